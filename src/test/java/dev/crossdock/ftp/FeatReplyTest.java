package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class FeatReplyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    line                          > capabilities
                    ' AUTH TLS +proxy'            > AUTH_TLS PROXY
                    'AUTH TLS +proxy'             > AUTH_TLS PROXY
                    '  auth tls  +PROXY '         > AUTH_TLS PROXY
                    ' AUTH TLS'                   > AUTH_TLS
                    ' AUTH TLS;SSL;TLS-C;TLS-P;'  > AUTH_TLS
                    ' AUTH SSL'                   > ''
                    ' AUTH SSL +proxy'            > ''
                    ' +proxy'                     > ''
                    ' X AUTH TLS +proxy'          > ''
                    ' SSCN'                       > SSCN
                    ' CPSV'                       > CPSV
                    ' CCSN'                       > CCSN
                    ' PRET'                       > PRET
                    ' REST STREAM'                > REST_STREAM
                    ' REST'                       > ''
                    ' MLSD'                       > MLST
                    ' mlst type*;size*;'          > MLST
                    ' UTF8'                       > UTF8
                    ' UTF-8'                      > UTF8
                    ' TVFS'                       > TVFS
                    ' XSHA'                       > XSHA1
                    ' XSHA256 filename;start;end' > XSHA256
                    ' HASH CRC32;SHA-1*;'         > HASH
                    ' XCRC "a b" 1 2'             > XCRC
                    ' SIZES'                      > ''
                    """)
    void eachLineTellsWhatItTells(String line, String capabilities) {
        Capabilities found = read(line);

        assertEquals(
                capabilities,
                String.join(
                                " ",
                                found.lines().keySet().stream()
                                        .sorted()
                                        .map(Capability::name)
                                        .toList())
                        .replace("PROXY AUTH_TLS", "AUTH_TLS PROXY"));
    }

    @Test
    void theLineThatSaidSoIsKept() {
        assertEquals(
                Optional.of("AUTH TLS +proxy"), read(" AUTH TLS +proxy").line(Capability.PROXY));
    }

    @Test
    void factsAndHashesAreReadOut() {
        Capabilities found = read(" MLST Type*;Size*;UNIX.mode;", " HASH MD5;SHA-256*;SHA-1");

        assertEquals(List.of("type", "size", "unix.mode"), found.mlstFacts());
        assertEquals(List.of("SHA-256", "MD5", "SHA-1"), found.hashes());
    }

    @Test
    void linesWithoutMeaningAreKept() {
        assertEquals(
                List.of("CLNT", "LANG C.UTF-8*"),
                read(" CLNT", "", " LANG C.UTF-8*", " SIZE").unknown());
    }

    @Test
    void anAnswerOfOneLineTellsNothing() {
        assertEquals(Set.of(), FeatReply.read(new Reply(211, "no features")).lines().keySet());
    }

    private static Capabilities read(String... lines) {
        return FeatReply.read(new Reply(211, "Features:\n" + String.join("\n", lines) + "\nEnd"));
    }
}
