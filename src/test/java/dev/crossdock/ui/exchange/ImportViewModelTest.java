package dev.crossdock.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.exchange.Import;
import dev.crossdock.exchange.MasterPasswords;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.site.Site;
import dev.crossdock.ui.sites.SiteWords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collection;
import java.util.List;

class ImportViewModelTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    row | name  | folder       | server         | possible | begins
                    0   | Alpha | No folder    | alpha.test:21  | true     | TLS
                    1   | Beta  | Work         | beta.test:990  | true     | Taken
                    2   | Gamma | No folder    | ''             | false    | Left out:
                    """)
    void eachSiteIsARowWithItsFate(
            int row, String name, String folder, String server, boolean possible, String begins)
            throws Exception {
        ImportRow shown = model(List.of()).rows().get(row);
        assertEquals(name, shown.name());
        assertEquals(server, shown.server());
        assertEquals(possible, shown.parcel().isPresent());
        assertEquals(possible, shown.isWanted());
        assertTrue(shown.words().contains(begins), shown.words());
        assertEquals(folder.equals("Work"), SiteWords.of(shown.group()).equals("Work"));
    }

    @Test
    void theSummaryCountsWhatIsPossibleAndWhatIsNot() throws Exception {
        ImportViewModel model = model(List.of());
        assertEquals(
                "2 sites can be imported. 1 is left out. 1 gets stronger encryption.",
                model.summary());
        assertEquals("Sites of FileZilla in sites.xml", model.title());
        assertEquals("", model.remarks());
    }

    @Test
    void aSiteThatIsThereHasNoTick() throws Exception {
        ImportViewModel before = model(List.of());
        List<Site> present = before.wish().sites().stream().map(Parcel::site).toList();
        ImportViewModel model = model(present);
        assertEquals(0, model.wantedProperty().get());
        assertEquals("It is there already and stays as it is.", model.rows().getFirst().words());
    }

    @Test
    void onlyWhatIsTickedIsWishedFor() throws Exception {
        ImportViewModel model = model(List.of());
        assertEquals(2, model.wantedProperty().get());
        assertEquals(1, model.passwords());
        assertTrue(model.wish().hasPasswords());
        model.passwordsProperty().set(false);
        assertFalse(model.wish().hasPasswords());
        model.rows().getFirst().wantedProperty().set(false);
        assertEquals(1, model.wantedProperty().get());
        assertEquals("Beta", model.wish().sites().getFirst().site().name());
        model.want(false);
        assertTrue(model.wish().sites().isEmpty());
        model.want(true);
        assertEquals(2, model.wish().sites().size());
    }

    @Test
    void whatWasReadIsWiped() throws Exception {
        ImportViewModel model = model(List.of());
        char[] secret = model.rows().getFirst().parcel().orElseThrow().password().orElseThrow();
        assertArrayEquals(SampleFile.PASSWORD.toCharArray(), secret);
        model.wipe();
        assertArrayEquals(new char[secret.length], secret);
    }

    private static ImportViewModel model(Collection<Site> present) throws Exception {
        return new ImportViewModel(
                "sites.xml",
                Import.read(SampleFile.bytes(), "sites.xml", MasterPasswords.none()),
                present);
    }
}
