package dev.crossdock.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.ui.FakeServer;

import org.junit.jupiter.api.Test;

import java.util.List;

class BadgeTest {

    @Test
    void proxyComesFirstAndStandsOutWhereItIsAdvertised() {
        var facts = new FakeServer("a").can(Capability.PROXY, " AUTH TLS +proxy").facts();
        Badge first = Badge.of(facts).getFirst();
        assertEquals("+proxy", first.label());
        assertEquals(Badge.Look.PROMINENT, first.look());
        assertTrue(first.explanation().endsWith("AUTH TLS +proxy"), first.explanation());
    }

    @Test
    void whatIsNotAdvertisedIsDimAndSaysSo() {
        Badge first = Badge.of(new FakeServer("a").facts()).getFirst();
        assertEquals(Badge.Look.ABSENT, first.look());
        assertTrue(first.explanation().contains("FEAT does not say so"), first.explanation());
    }

    @Test
    void anyHashCommandLightsTheHashBadge() {
        var facts = new FakeServer("a").can(Capability.XCRC, " XCRC filename;start;end").facts();
        Badge hash = Badge.of(facts).get(6);
        assertEquals("XCRC", hash.label());
        assertEquals(Badge.Look.PRESENT, hash.look());
    }

    @Test
    void theOrderIsThatOfWhatMattersForATransfer() {
        assertEquals(
                List.of(
                        "+proxy", "SSCN", "CPSV", "CCSN", "PRET", "MLST", "HASH", "UTF8",
                        "TLS 1.3"),
                Badge.of(new FakeServer("a").facts()).stream().map(Badge::label).toList());
    }

    @Test
    void aConnectionWithoutTlsIsAlarming() {
        var with = new FakeServer("a").facts();
        var without =
                new dev.crossdock.model.ServerFacts(
                        with.server(),
                        with.capabilities(),
                        java.util.Optional.empty(),
                        with.peerAddress(),
                        with.ownAddress(),
                        with.home());
        Badge last = Badge.of(without).getLast();
        assertEquals(Badge.Look.ALARMING, last.look());
        assertEquals("no TLS", last.label());
    }
}
