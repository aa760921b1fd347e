package dev.crossdock.ui.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A file of FileZilla with three sites: one with a password and TLS “if available”, one that asks
/// in a folder, one for SFTP.
final class SampleFile {

    static final String PASSWORD = "open sesame";

    static final String TEXT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <FileZilla3 version="3.66.0" platform="*nix"><Servers>
              <Server><Host>alpha.test</Host><Port>21</Port><Protocol>0</Protocol><Type>0</Type>
                <User>mira</User><Pass encoding="base64">%s</Pass><Logontype>1</Logontype>
                <Name>Alpha</Name></Server>
              <Folder>Work
                <Server><Host>beta.test</Host><Port>990</Port><Protocol>3</Protocol><Type>0</Type>
                  <User>demo</User><Logontype>2</Logontype><Name>Beta</Name></Server>
              </Folder>
              <Server><Host>gamma.test</Host><Port>22</Port><Protocol>1</Protocol><Type>0</Type>
                <User>demo</User><Logontype>2</Logontype><Name>Gamma</Name></Server>
            </Servers></FileZilla3>
            """
                    .formatted(
                            Base64.getEncoder()
                                    .encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)));

    private SampleFile() {}

    static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
