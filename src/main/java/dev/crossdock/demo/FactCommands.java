package dev.crossdock.demo;

import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

import java.io.IOException;
import java.util.regex.Pattern;

/// MLSD, MLST and SITE CHMOD.
///
/// The library's MLSD leaves out names that begin with a dot, takes `[` in a folder's name for a
/// pattern and tells no permissions; it has no SITE CHMOD.
final class FactCommands {

    private static final Pattern CHMOD = Pattern.compile("(?i)CHMOD +([0-7]{3,4}) (.+)");

    private FactCommands() {}

    static void mlsd(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws FtpException {
        session.resetState();
        var data = session.getDataConnection();
        try {
            FtpFile folder = file(session, request.hasArgument() ? request.getArgument() : "./");
            if (data.getInetAddress() == null) {
                reply(session, 503, "PASV or PORT first.");
            } else if (!folder.isDirectory()) {
                reply(session, 550, "No such folder.");
            } else {
                reply(session, 150, "Here comes the listing.");
                data.openConnection().transferToClient(session.getFtpletSession(), listing(folder));
                reply(session, 226, "That is all.");
            }
        } catch (IOException e) {
            reply(session, 426, "The data connection failed: " + e.getMessage());
        } catch (FtpException e) {
            throw e;
        } catch (Exception e) {
            throw new FtpException(e);
        } finally {
            data.closeDataConnection();
        }
    }

    static void mlst(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws FtpException {
        session.resetState();
        FtpFile file = file(session, request.hasArgument() ? request.getArgument() : "./");
        if (file.doesExist()) {
            String line = FileFacts.line(file, file.getAbsolutePath());
            reply(session, 250, "Facts:\n " + line + "\nEnd");
        } else {
            reply(session, 550, "No such file or folder.");
        }
    }

    static void chmod(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws FtpException {
        session.resetState();
        var wanted = CHMOD.matcher(request.getArgument());
        if (!wanted.matches()) {
            reply(session, 501, "SITE CHMOD wants an octal mode and a path.");
            return;
        }
        try {
            FileFacts.change(file(session, wanted.group(2)), wanted.group(1));
            reply(session, 200, "Permissions changed.");
        } catch (IOException | UnsupportedOperationException e) {
            reply(session, 550, "The permissions stay as they are.");
        }
    }

    private static String listing(FtpFile folder) {
        var text = new StringBuilder();
        for (FtpFile file : folder.listFiles()) {
            text.append(FileFacts.line(file, file.getName())).append("\r\n");
        }
        return text.toString();
    }

    private static FtpFile file(FtpIoSession session, String path) throws FtpException {
        return session.getFileSystemView().getFile(path);
    }

    private static void reply(FtpIoSession session, int code, String text) {
        session.write(new DefaultFtpReply(code, text));
    }
}
