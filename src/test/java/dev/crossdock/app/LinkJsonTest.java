package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.ServerLink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class LinkJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aLinkComesAsItWasEvenWithBytesThatAreNoText() throws JsonProcessingException {
        var link =
                new ServerLink(
                        TlsMode.IMPLICIT,
                        "::1",
                        990,
                        "Jörg \"x\"",
                        Optional.of(RemotePath.of("/caf\uDCE9/ü")),
                        true);
        byte[] sent = LinkJson.write(link).toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                link, LinkJson.read(mapper.readTree(new String(sent, StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'tls':'none','host':'a','port':21,'user':'','hadPassword':false}",
                "{'tls':'clear','host':'a\\nb','port':21,'user':'','hadPassword':false}",
                "{'tls':'clear','host':'a','port':0,'user':'','hadPassword':false}",
                "{'tls':'clear','host':'a','port':21,'user':'','hadPassword':false,'folder':'!'}",
                "{'tls':'clear','host':'a','port':21,'user':'','hadPassword':false,'folder':'Lw0K'}"
            })
    void whatIsNoLinkIsRefused(String json) throws JsonProcessingException {
        var tree = mapper.readTree(json.replace('\'', '"'));
        assertThrows(IllegalArgumentException.class, () -> LinkJson.read(tree));
    }
}
