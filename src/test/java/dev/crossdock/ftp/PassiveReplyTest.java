package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.util.List;

class PassiveReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    code > text                                         > peer         > where
                    227  > Entering Passive Mode (192,0,2,7,200,1)      > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > Entering Passive Mode 192,0,2,7,200,1.       > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > =192,0,2,7,4,0                               > 192.0.2.7    > 192.0.2.7 port 1024
                    227  > Entering Passive Mode (0,0,0,0,200,1)        > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > Entering Passive Mode (192,168,1,5,200,1)    > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > Entering Passive Mode (10,0,0,5,200,1)       > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > Entering Passive Mode (127,0,0,1,200,1)      > 192.168.1.9  > 192.168.1.9 port 51201
                    227  > Entering Passive Mode (169,254,3,4,200,1)    > 192.0.2.7    > 192.0.2.7 port 51201
                    227  > Entering Passive Mode (192,168,1,5,200,1)    > 192.168.1.9  > 192.168.1.9 port 51201
                    227  > Entering Passive Mode (172,16,0,5,200,1)     > 10.0.0.1     > 10.0.0.1 port 51201
                    227  > Entering Passive Mode (192,168,1,5,200,1)    > 127.0.0.1    > 127.0.0.1 port 51201
                    227  > Entering Passive Mode (127,0,0,9,200,1)      > 127.0.0.2    > 127.0.0.2 port 51201
                    227  > Entering Passive Mode (10,0,0,5,200,1)       > 2001:db8::7  > 2001:db8:0:0:0:0:0:7 port 51201
                    229  > Extended Passive Mode OK (|||51201|)         > 192.0.2.7    > 192.0.2.7 port 51201
                    229  > Entering Extended Passive Mode (!!!51201!)   > 192.0.2.7    > 192.0.2.7 port 51201
                    229  > (|||51201|)                                  > 2001:db8::7  > 2001:db8:0:0:0:0:0:7 port 51201
                    """)
    void readsWhereTheServerListens(int code, String text, String peer, String where)
            throws GarbledException {
        assertEquals(
                where,
                PassiveReply.read(new Reply(code, text), InetAddress.ofLiteral(peer), List.of())
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    code > text                                       > peer
                    227  > Entering Passive Mode (198,51,100,1,200,1) > 192.0.2.7
                    227  > Entering Passive Mode (198,51,100,1,200,1) > 192.168.1.9
                    227  > Entering Passive Mode (172,32,0,1,200,1)   > 127.0.0.1
                    227  > Entering Passive Mode (0,0,0,0,0,22)       > 192.0.2.7
                    227  > Entering Passive Mode (192,168,1,5,3,255)  > 192.168.1.9
                    227  > Entering Passive Mode (192,0,2,7,0,22)     > 192.0.2.7
                    227  > Entering Passive Mode (192,0,2,7,3,255)    > 192.0.2.7
                    227  > Entering Passive Mode (192,0,2,7,0,0)      > 192.0.2.7
                    227  > Entering Passive Mode (192,0,2,256,200,1)  > 192.0.2.7
                    227  > Entering Passive Mode (192,0,2,7,256,1)    > 192.0.2.7
                    227  > Entering Passive Mode                      > 192.0.2.7
                    200  > (192,0,2,7,200,1)                          > 192.0.2.7
                    229  > (|||80|)                                   > 192.0.2.7
                    229  > (|||99999|)                                > 192.0.2.7
                    229  > (|1|192.0.2.7|51201|)                      > 192.0.2.7
                    229  > nothing                                    > 192.0.2.7
                    """)
    void refusesToBeSentElsewhere(int code, String text, String peer) {
        assertThrows(
                GarbledException.class,
                () ->
                        PassiveReply.read(
                                new Reply(code, text), InetAddress.ofLiteral(peer), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,   51201, '192,0,2,7,200,1', |1|192.0.2.7|51201|",
        "127.0.0.3,   1024,  '127,0,0,3,4,0',   |1|127.0.0.3|1024|"
    })
    void isWrittenAsTheActiveServerReadsIt(String host, int port, String classic, String extended) {
        var where = new HostPort(InetAddress.ofLiteral(host), port);

        assertEquals(classic, where.forPort());
        assertEquals(extended, where.forEprt());
    }
}
