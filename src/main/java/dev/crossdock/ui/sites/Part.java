package dev.crossdock.ui.sites;

import dev.crossdock.site.Site;

import javafx.beans.value.ObservableValue;

import java.util.List;

/// One page of the form.
interface Part {

    /// Fills the page.
    void show(Site site);

    /// The site with what the page says.
    ///
    /// @throws IllegalArgumentException if a field makes no sense
    Site over(Site site);

    /// The fields that can be wrong, in the order in which they stand.
    List<Typed<?>> fields();

    /// Everything that can be changed on the page.
    List<ObservableValue<?>> values();
}
