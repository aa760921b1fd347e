package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.Start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class RoundTripTest {

    private static final SiteId SAME = new SiteId("same");

    @Test
    void ourOwnFormatGivesBackEverything() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            var random = new RandomSites(seed);
            var parcels = List.of(random.any(), random.any(), random.any());
            var groups = Set.of(SiteGroup.of("empty", "folder"));

            Exported exported = Export.crossdock(parcels, groups);

            Imported back = read(exported);
            assertSame(parcels, back, seed);
            assertEquals(List.copyOf(groups), back.groups());
            assertEquals(List.of(), exported.findings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X"})
    void fileZillaGivesBackWhatItHasAPlaceFor(String system) throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            var random = new RandomSites(seed);
            var parcels = List.of(random.plain(), random.plain(), random.plain());

            Exported exported =
                    FileZillaWriter.write(parcels, Set.of(SiteGroup.of("empty")), system);

            Imported back = read(exported);
            assertSame(parcels, back, seed);
            assertEquals(List.of(SiteGroup.of("empty")), back.groups());
            assertEquals(List.of(), exported.findings());
            assertTrue(
                    back.findings().stream().allMatch(one -> one.word().matches("taken|warned")),
                    back.findings()::toString);
        }
    }

    @Test
    void whatFileZillaHasNoPlaceForIsTold() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            Parcel parcel = new RandomSites(seed).any();
            Exported exported = Export.fileZilla(List.of(parcel), List.of());
            assertEquals(1, read(exported).sites().size());
            assertFalse(exported.findings().isEmpty());
        }
    }

    @Test
    void withoutPasswordsFileZillaAsks() throws Exception {
        Parcel parcel = parcelWithPassword();
        Exported exported = Export.fileZilla(List.of(new Parcel(parcel.site())), List.of());
        assertFalse(text(exported).contains("<Pass"));
        assertEquals(
                Logon.Kind.ASK,
                read(exported).sites().getFirst().site().server().options().logon().kind());
    }

    @Test
    void theFormIsThatOfFileZilla() throws Exception {
        String text =
                text(FileZillaWriter.write(List.of(parcelWithPassword()), List.of(), "Linux"));
        assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), text);
        assertTrue(text.contains("platform=\"*nix\" version=\"3.60.2\""), text);
        assertTrue(text.contains("<Protocol>4</Protocol>"), text);
        assertTrue(text.contains("<Pass encoding=\"base64\">aHVudGVyMg==</Pass>"), text);
        assertTrue(text.contains("<Logontype>1</Logontype>"), text);
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTold() throws Exception {
        Site odd =
                parcelWithPassword()
                        .site()
                        .withNotes("a\u0001b\rc")
                        .starting(
                                new Start(
                                        Optional.of(RemotePath.of("/\uDCFFx")), Optional.empty()));
        Exported exported = Export.fileZilla(List.of(new Parcel(odd)), List.of());
        Site back = read(exported).sites().getFirst().site();
        assertEquals("ab\nc", back.notes());
        assertEquals(Optional.empty(), back.folder());
        assertEquals(2, exported.findings().size());
    }

    @Test
    void theFileIsForItsOwnerAndReplacedAsAWhole(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("sites.xml"), "before");
        Exported exported = Export.fileZilla(List.of(parcelWithPassword()), List.of());

        Export.save(exported, file);

        assertArrayEquals(exported.content(), Files.readAllBytes(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void whatTheDiskRefusesIsTold(@TempDir Path folder) throws Exception {
        Exported exported = Export.fileZilla(List.of(), List.of());
        var noFolder =
                assertThrows(
                        FailureException.class,
                        () -> Export.save(exported, folder.resolve("none/sites.xml")));
        assertTrue(noFolder.failure().words().contains("could not be written"));
        assertThrows(FailureException.class, () -> Export.save(exported, folder));
    }

    private static Parcel parcelWithPassword() {
        var server = new Server(SAME, "n", "h", 21, TlsMode.EXPLICIT, "u");
        return new Parcel(
                new Site(server, Optional.empty()),
                OptionalInt.empty(),
                Optional.of("hunter2".toCharArray()));
    }

    private static void assertSame(List<Parcel> before, Imported after, int seed) {
        assertEquals(before.size(), after.sites().size(), after.findings()::toString);
        List<Parcel> expected = sorted(before);
        List<Parcel> actual = sorted(after.sites());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).site(), actual.get(i).site(), "seed " + seed);
            assertEquals(expected.get(i).connections(), actual.get(i).connections());
            assertEquals(
                    expected.get(i).password().map(String::valueOf),
                    actual.get(i).password().map(String::valueOf));
        }
    }

    /// With the same id, since each reading gives new ones.
    private static List<Parcel> sorted(List<Parcel> parcels) {
        var same = new ArrayList<Parcel>();
        for (Parcel parcel : parcels) {
            Server it = parcel.site().server();
            same.add(
                    parcel.with(
                            parcel.site()
                                    .with(
                                            new Server(
                                                    SAME,
                                                    it.name(),
                                                    it.host(),
                                                    it.port(),
                                                    it.tls(),
                                                    it.user(),
                                                    it.options()))));
        }
        same.sort(Comparator.comparing(parcel -> parcel.site().toString()));
        return same;
    }

    private static String text(Exported exported) {
        return new String(exported.content(), StandardCharsets.UTF_8);
    }

    private static Imported read(Exported exported) throws Exception {
        return Import.read(exported.content(), "file", MasterPasswords.none());
    }
}
