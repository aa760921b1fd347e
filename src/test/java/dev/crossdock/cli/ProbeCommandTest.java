package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.TransferPolicy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ProbeCommandTest {

    private final Shell shell;

    ProbeCommandTest(@TempDir Path folder) {
        shell = new Shell(folder);
    }

    @BeforeEach
    void serve() {
        shell.cores.server("alpha");
        shell.cores.server("beta").withProxy();
        shell.cores.routes =
                (source, _, _) ->
                        source.server().host().equals("alpha") ? FakeCores.OPEN : FakeCores.SHUT;
    }

    @Test
    void jsonTellsBothServers() {
        JsonNode object =
                shell.run("probe", "--json", "ftps://alpha", "ftps://me@beta/x").onlyJson();
        assertEquals(List.of("servers", "routes"), keys(object));
        JsonNode beta = object.get("servers").get(1);
        assertEquals(List.of("place", "capabilities", "tls", "product"), keys(beta));
        assertEquals("ftps://me@beta/x", beta.get("place").textValue());
        assertEquals(
                "{\"name\":\"+proxy\",\"evidence\":\"advertised\",\"line\":\"AUTH TLS +proxy\"}",
                beta.get("capabilities").get(0).toString());
        assertEquals(
                "{\"name\":\"SSCN\",\"evidence\":\"untried\",\"line\":null}",
                beta.get("capabilities").get(2).toString());
        assertEquals(
                "{\"name\":\"XCOFFEE strong\",\"evidence\":\"advertised\",\"line\":\"XCOFFEE"
                        + " strong\"}",
                beta.get("capabilities").get(Capability.values().length).toString());
        assertEquals("TLSv1.3", beta.get("tls").get("protocol").textValue());
        assertEquals(
                FakeServer.FINGERPRINT,
                beta.get("tls").get("certificate").get("sha256").textValue());
    }

    @Test
    void jsonTellsTheRoutesOfBothDirections() {
        var result = shell.run("probe", "--json", "ftps://alpha", "ftps://beta");
        JsonNode routes = result.onlyJson().get("routes");
        assertEquals(
                """
                {"forward":[{"method":"proxy","passive":"source","tlsClient":"target","usable":true,\
                "reason":null,"advice":null,"chosen":true,"evidence":"untried","when":null,"words":null,\
                "caveats":[]},{"method":"sscn","passive":"source","tlsClient":"target","usable":false,\
                "reason":"Neither server says SSCN.","advice":"","chosen":false,"evidence":null,"when":null,\
                "words":null,"caveats":[]}],"backward":[{"method":"sscn","passive":"source",\
                "tlsClient":"target","usable":false,"reason":"Neither server says SSCN.",\
                "advice":"","chosen":false,"evidence":null,"when":null,"words":null,"caveats":[]}]}\
                """,
                routes.toString());
        assertEquals(0, result.code());
    }

    @Test
    void clearControlConnectionHasNoTls() {
        var result = shell.run("probe", "--json", "--allow-clear", "ftp://alpha", "ftps://beta");
        assertTrue(result.onlyJson().get("servers").get(0).get("tls").isNull());
    }

    @Test
    void textNamesTheServersInTheirRoles() {
        var result = shell.run("probe", "ftps://alpha", "ftps://beta");
        assertTrue(
                result.out()
                        .contains(
                                """
                                alpha -> beta
                                  taken    alpha listens, beta connects and is TLS client by +proxy.
                                           It was not tried yet.
                                  out      SSCN: alpha listens, beta connects, beta is TLS client
                                           Neither server says SSCN.

                                beta -> alpha
                                  no route
                                """),
                result.out());
        assertTrue(result.out().contains("  +proxy         advertised   AUTH TLS +proxy\n"));
        assertTrue(result.out().contains("  other          XCOFFEE strong\n"));
    }

    @Test
    void jsonTellsHowSureARouteIsAndWhatItLeavesOpen() {
        shell.cores.server("beta").product = ServerProduct.PROFTPD;
        var when = Instant.parse("2026-11-20T23:59:58Z");
        shell.cores.routes =
                (_, _, _) ->
                        new Ladder(
                                List.of(
                                        new Ladder.Rung(
                                                FakeRunner.PROXY,
                                                new Evidence.Refuted("425 No.", when),
                                                List.of("Nobody looks.")),
                                        new Ladder.Rung(
                                                Route.relay(),
                                                new Evidence.Proven(when),
                                                List.of())),
                                List.of());
        JsonNode object = shell.run("probe", "--json", "ftps://alpha", "ftps://beta").onlyJson();
        assertEquals("ProFTPD", object.at("/servers/1/product").textValue());
        assertTrue(object.at("/servers/0/product").isNull());
        JsonNode first = object.at("/routes/backward/0");
        assertEquals("refuted", first.get("evidence").textValue());
        assertEquals("425 No.", first.get("words").textValue());
        assertEquals("2026-11-20T23:59:58Z", first.get("when").textValue());
        assertEquals("[\"Nobody looks.\"]", first.get("caveats").toString());
        JsonNode second = object.at("/routes/backward/1");
        assertEquals("proven", second.get("evidence").textValue());
        assertFalse(second.get("chosen").booleanValue());
    }

    @Test
    void textTellsTheServersProgramWhereItIsKnown() {
        shell.cores.server("beta").product = ServerProduct.PROFTPD;
        var result = shell.run("probe", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.out().split("looks like {5}ProFTPD\n", -1).length - 1);
    }

    @Test
    void optionsOpenRoutes() {
        var policies = new ArrayList<TransferPolicy>();
        shell.cores.routes =
                (_, _, policy) -> {
                    policies.add(policy);
                    return FakeCores.SHUT;
                };
        shell.run("probe", "--allow-relay", "--allow-clear", "ftps://alpha", "ftps://beta");
        var open =
                new TransferPolicy(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        true,
                        ExistsRule.FAIL,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);
        assertEquals(List.of(open, open), policies);
    }

    @Test
    void failedLoginIsOneObjectAndThree() {
        shell.cores.server("beta").password = "another";
        var result = shell.run("probe", "--json", "ftps://alpha", "ftps://beta");
        JsonNode object = result.onlyJson();
        assertEquals("ftps://alpha", object.get("source").textValue());
        assertEquals("ftps://beta", object.get("target").textValue());
        assertEquals("failed", object.get("outcome").textValue());
        assertFalse(object.has("bytes"));
        assertEquals(3, result.code());
    }

    @Test
    void oneServerAloneIsWrongUsage() {
        var result = shell.run("probe", "ftps://alpha");
        assertTrue(result.err().contains("two servers, A and B"), result.err());
        assertEquals(2, result.code());
    }

    @Test
    void oneServerMayBeProbedAgainstItself() {
        var result = shell.run("probe", "--json", "ftps://alpha/x", "ftps://ALPHA:21/y");
        assertEquals(0, result.code(), result.err());
        assertEquals(1, shell.cores.server("alpha").passwordsSeen.size());
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(each -> each.getKey()).toList();
    }
}
