package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Optional;

final class SiteRulesTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source,  target,  pair,  allowed
                    BY_PAIR, BY_PAIR, false, false
                    BY_PAIR, BY_PAIR, true,  true
                    ALLOWED, BY_PAIR, false, false
                    BY_PAIR, ALLOWED, false, false
                    ALLOWED, ALLOWED, false, true
                    ALLOWED, BY_PAIR, true,  true
                    NEVER,   ALLOWED, true,  false
                    ALLOWED, NEVER,   true,  false
                    BY_PAIR, NEVER,   true,  false
                    """)
    void neitherRelaysNorGoesClearIfOneSaysNever(
            Stance source, Stance target, boolean pair, boolean allowed) {
        var relay =
                SiteRules.between(
                        new SiteRules(Optional.empty(), Role.ANY, source, Stance.BY_PAIR),
                        new SiteRules(Optional.empty(), Role.ANY, target, Stance.BY_PAIR),
                        policy(null, null, pair, false));
        assertEquals(policy(null, null, allowed, false), relay);
        var clear =
                SiteRules.between(
                        new SiteRules(Optional.empty(), Role.ANY, Stance.BY_PAIR, source),
                        new SiteRules(Optional.empty(), Role.ANY, Stance.BY_PAIR, target),
                        policy(null, null, false, pair));
        assertEquals(policy(null, null, false, allowed), clear);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source, target, pair,  method
                    ,       ,       ,
                    SSCN,   ,       ,      SSCN
                    ,       CPSV,   ,      CPSV
                    SSCN,   CPSV,   ,      SSCN
                    SSCN,   ,       PROXY, PROXY
                    ,       ,       RELAY, RELAY
                    """)
    void thePairsMethodComesBeforeTheSourcesAndThatBeforeTheTargets(
            @Nullable Method source,
            @Nullable Method target,
            @Nullable Method pair,
            @Nullable Method method) {
        assertEquals(
                policy(method, null, true, false),
                SiteRules.between(by(source), by(target), policy(pair, null, true, false)));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source,   target,   pair,   passive
                    ANY,      ANY,      ,
                    LISTENS,  ANY,      ,       SOURCE
                    CONNECTS, ANY,      ,       TARGET
                    ANY,      LISTENS,  ,       TARGET
                    ANY,      CONNECTS, ,       SOURCE
                    LISTENS,  LISTENS,  ,       SOURCE
                    CONNECTS, CONNECTS, ,       TARGET
                    LISTENS,  CONNECTS, TARGET, TARGET
                    """)
    void aRoleOfASiteSaysWhoListens(
            Role source, Role target, @Nullable Side pair, @Nullable Side passive) {
        assertEquals(
                policy(null, passive, false, false),
                SiteRules.between(as(source), as(target), policy(null, pair, false, false)));
    }

    @Test
    void whatIsForbiddenIsNotTheOnlyMethodEither() {
        var never = new SiteRules(Optional.empty(), Role.ANY, Stance.NEVER, Stance.NEVER);
        assertEquals(
                policy(null, null, false, false),
                SiteRules.between(SiteRules.USUAL, never, policy(Method.RELAY, null, true, true)));
        assertEquals(
                policy(null, null, false, false),
                SiteRules.between(never, SiteRules.USUAL, policy(Method.CLEAR, null, true, true)));
    }

    @Test
    void aUsualSiteChangesNothing() {
        var all =
                new TransferPolicy(
                        Optional.of(Method.CLEAR),
                        Optional.of(Side.TARGET),
                        true,
                        true,
                        ExistsRule.RENAME,
                        HashRule.ALWAYS,
                        true,
                        512);
        assertEquals(all, SiteRules.between(SiteRules.USUAL, SiteRules.USUAL, all));
    }

    @Test
    void aSavedSiteHasItsSayButNotWithThisComputer(@TempDir Path folder) throws Exception {
        var sites = new SiteStore(folder.resolve("sites.json"));
        sites.save(Samples.site("alpha").with(by(Method.SSCN)));
        Server alpha = Samples.server("alpha");
        Server beta = Samples.server("beta");
        var usual = policy(null, null, false, false);
        assertEquals(Optional.of(Method.SSCN), sites.ruled(alpha, beta, usual).method());
        assertEquals(Optional.of(Method.SSCN), sites.ruled(beta, alpha, usual).method());
        assertEquals(usual, sites.ruled(alpha, Server.LOCAL, usual));
        assertEquals(usual, sites.ruled(Server.LOCAL, alpha, usual));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELAY", "CLEAR", "LOCAL"})
    void aSiteHasNoMethodThatIsNotFromServerToServerAndSecure(Method method) {
        assertThrows(IllegalArgumentException.class, () -> by(method));
    }

    private static SiteRules by(@Nullable Method method) {
        return new SiteRules(Optional.ofNullable(method), Role.ANY, Stance.BY_PAIR, Stance.BY_PAIR);
    }

    private static SiteRules as(Role role) {
        return new SiteRules(Optional.empty(), role, Stance.BY_PAIR, Stance.BY_PAIR);
    }

    private static TransferPolicy policy(
            @Nullable Method method, @Nullable Side passive, boolean relay, boolean clear) {
        return new TransferPolicy(
                Optional.ofNullable(method),
                Optional.ofNullable(passive),
                relay,
                clear,
                ExistsRule.ASK,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }
}
