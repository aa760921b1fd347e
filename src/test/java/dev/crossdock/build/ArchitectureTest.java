package dev.crossdock.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.crossdock.model.Server;
import dev.crossdock.site.SiteStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

class ArchitectureTest {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    @ParameterizedTest
    @EnumSource
    void theProgramKeepsTheRule(HouseRule rule) {
        rule.rule().check(PROGRAM);
    }

    @Test
    void theProgramIsLookedAt() {
        assertTrue(PROGRAM.contain(Server.class));
        assertTrue(PROGRAM.get(SiteStore.class).getPackage().tryGetPackageInfo().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    rule                                 | class                            | member                                              | kept
                    MODEL_USES_ONLY_THE_JDK              | dev.crossdock.model.X            | org.slf4j.Logger log;                               | false
                    MODEL_USES_ONLY_THE_JDK              | dev.crossdock.model.X            | java.util.List<X> all;                              | true
                    MODEL_USES_ONLY_THE_JDK              | dev.crossdock.site.X             | org.slf4j.Logger log;                               | true
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.transfer.X         | dev.crossdock.queue.QueueService queue;             | false
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.transfer.X         | dev.crossdock.queue.JobView view;                   | false
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.transfer.X         | dev.crossdock.queue.JobRunner runner;               | true
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.transfer.X         | dev.crossdock.queue.JobContext.Children children;   | true
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.transfer.X         | dev.crossdock.queue.Traces traces;                  | true
                    TRANSFER_SEES_ONLY_THE_PORT_OF_QUEUE | dev.crossdock.ui.X               | dev.crossdock.queue.QueueService queue;             | true
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.queue.X            | javafx.beans.property.StringProperty text;          | false
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.cli.X              | javafx.scene.Node node;                             | false
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.browse.X           | atlantafx.base.theme.PrimerDark look;              | false
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.uix.X              | javafx.scene.Node node;                             | false
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.ui.pane.X          | javafx.scene.Node node;                             | true
                    JAVAFX_ONLY_IN_UI_AND_APP            | dev.crossdock.app.X              | javafx.scene.Node node;                             | true
                    NO_NODES_IN_VIEW_MODELS              | dev.crossdock.ui.pane.XViewModel | javafx.scene.Node node;                             | false
                    NO_NODES_IN_VIEW_MODELS              | dev.crossdock.ui.pane.XViewModel | class Row { javafx.scene.control.Label label; }     | false
                    NO_NODES_IN_VIEW_MODELS              | dev.crossdock.ui.pane.XViewModel | javafx.beans.property.StringProperty text;          | true
                    NO_NODES_IN_VIEW_MODELS              | dev.crossdock.ui.pane.XView      | javafx.scene.Node node;                             | true
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.ftp.X              | java.net.Socket socket;                             | false
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.fxp.X              | Object x = java.net.ServerSocket.class;             | false
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.app.X              | java.nio.channels.SocketChannel channel;            | false
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.transfer.X         | javax.net.ssl.SSLContext context;                   | false
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.ftp.X              | javax.net.SocketFactory factory;                    | false
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.ftp.X              | java.net.InetSocketAddress address;                 | true
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.net.X              | java.net.Socket socket;                             | true
                    SOCKETS_AND_TLS_ONLY_IN_NET_AND_DEMO | dev.crossdock.demo.X             | javax.net.ssl.SSLContext context;                   | true
                    INSTANCE_TALKS_ONLY_WITHIN_THIS_COMPUTER | dev.crossdock.instance.X     | java.net.Socket socket;                             | false
                    INSTANCE_TALKS_ONLY_WITHIN_THIS_COMPUTER | dev.crossdock.instance.X     | java.net.InetSocketAddress address;                 | false
                    INSTANCE_TALKS_ONLY_WITHIN_THIS_COMPUTER | dev.crossdock.instance.X     | java.nio.channels.SocketChannel channel;            | true
                    PLATFORM_ONLY_IN_PUMP_AND_APP        | dev.crossdock.ui.pane.X          | void x() { javafx.application.Platform.exit(); }    | false
                    PLATFORM_ONLY_IN_PUMP_AND_APP        | dev.crossdock.ui.pump.X          | void x() { javafx.application.Platform.exit(); }    | true
                    PLATFORM_ONLY_IN_PUMP_AND_APP        | dev.crossdock.app.X              | void x() { javafx.application.Platform.exit(); }    | true
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | void x() { System.out.println(); }                  | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | void x() { System.err.println(); }                  | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | Object x = System.in;                               | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | Object x = System.console();                        | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | void x(Exception e) { e.printStackTrace(); }        | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.queue.X            | void x(Exception e, java.io.PrintWriter w) { e.printStackTrace(w); } | true
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.app.Wiring         | void x() { System.out.println(); }                  | false
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.app.Launcher       | void x() { System.err.println(); }                  | true
                    STANDARD_STREAMS_ONLY_IN_CLI         | dev.crossdock.cli.X              | void x() { System.out.println(); }                  | true
                    EVERY_PACKAGE_IS_NULL_MARKED         | dev.crossdock.queue.X            | int x;                                              | false
                    ARROWS                               | dev.crossdock.util.X             | int x;                                              | false
                    ARROWS                               | dev.crossdock.X                  | int x;                                              | false
                    ARROWS                               | dev.crossdock.ftp.deep.X         | dev.crossdock.queue.JobView[][] views;              | false
                    ARROWS                               | dev.crossdock.ftp.deep.X         | dev.crossdock.model.Server server;                  | true
                    """)
    void theRuleBitesAndOnlyThen(
            HouseRule rule, String name, String member, boolean kept, @TempDir Path folder)
            throws IOException {
        var classes = Compiled.classes(Map.of(name, source(name, member)), folder);
        var result = rule.rule().evaluate(classes);
        assertEquals(kept, !result.hasViolation(), result.getFailureReport().toString());
    }

    @Test
    void everyArrowThatIsNotInThePictureIsCaught(@TempDir Path folder) throws IOException {
        Set<String> parts = Arrows.MAY_USE.keySet();
        var sources = new LinkedHashMap<String, String>();
        for (String part : parts) {
            var members = new StringBuilder();
            for (String other : parts) {
                members.append(
                        "Object %s = new dev.crossdock.%s.Knows();\n"
                                .formatted(other.replace('.', '_'), other));
            }
            String name = "dev.crossdock." + part + ".Knows";
            sources.put(name, source(name, members.toString()));
        }
        String report =
                HouseRule.ARROWS
                        .rule()
                        .evaluate(Compiled.classes(sources, folder))
                        .getFailureReport()
                        .toString();
        var expected = new TreeMap<String, Set<String>>();
        var caught = new TreeMap<String, Set<String>>();
        for (String part : parts) {
            expected.put(part, allBut(parts, part));
            caught.put(part, new TreeSet<>());
            for (String other : parts) {
                if (report.contains(part + " may not use " + other + ": ")) {
                    caught.get(part).add(other);
                }
            }
        }
        assertEquals(expected, caught);
    }

    @Test
    void aCycleOfThreePackagesIsCaught(@TempDir Path folder) throws IOException {
        var classes =
                Compiled.classes(
                        Map.of(
                                "dev.crossdock.ui.a.X",
                                source("dev.crossdock.ui.a.X", "dev.crossdock.ui.b.X x;"),
                                "dev.crossdock.ui.b.X",
                                source("dev.crossdock.ui.b.X", "dev.crossdock.ui.c.X x;"),
                                "dev.crossdock.ui.c.X",
                                source("dev.crossdock.ui.c.X", "dev.crossdock.ui.a.X x;")),
                        folder);
        assertTrue(HouseRule.NO_CYCLES.rule().evaluate(classes).hasViolation());
    }

    @Test
    void aPackageInfoWithoutNullMarkedIsCaught(@TempDir Path folder) throws IOException {
        var classes =
                Compiled.classes(
                        Map.of(
                                "dev.crossdock.queue.package-info",
                                "@Deprecated package dev.crossdock.queue;",
                                "dev.crossdock.queue.X",
                                source("dev.crossdock.queue.X", "")),
                        folder);
        var result = HouseRule.EVERY_PACKAGE_IS_NULL_MARKED.rule().evaluate(classes);
        assertTrue(result.hasViolation());
    }

    @ParameterizedTest
    @EnumSource
    void noRuleFailsBecauseAPackageIsEmpty(HouseRule rule) {
        rule.rule().check(new ClassFileImporter().importClasses());
    }

    private static Set<String> allBut(Set<String> parts, String part) {
        var forbidden = new TreeSet<>(parts);
        forbidden.remove(part);
        forbidden.removeAll(Arrows.mayUse(part));
        return forbidden;
    }

    /// A public class with these members.
    private static String source(String name, String members) {
        int dot = name.lastIndexOf('.');
        return "package %s; public class %s { %s }"
                .formatted(name.substring(0, dot), name.substring(dot + 1), members);
    }
}
