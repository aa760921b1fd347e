package dev.crossdock.ui.sites;

import dev.crossdock.site.SiteColour;

import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The colours to choose from, each shown.
final class ColourBox extends ComboBox<SiteColour> {

    ColourBox(Property<SiteColour> chosen) {
        setId("site-colour");
        getItems().setAll(SiteColour.values());
        valueProperty().bindBidirectional(chosen);
        setCellFactory(_ -> new Cell());
        setButtonCell(new Cell());
        setAccessibleText(FieldRows.plain("sites.colour"));
        setMaxWidth(Double.MAX_VALUE);
    }

    /// A dot in a colour.
    static Node mark(SiteColour colour) {
        var mark = new Region();
        mark.getStyleClass().addAll("site-mark", "site-mark-" + name(colour));
        return mark;
    }

    private static String name(SiteColour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }

    private static final class Cell extends ListCell<SiteColour> {
        @Override
        protected void updateItem(@Nullable SiteColour colour, boolean empty) {
            super.updateItem(colour, empty);
            if (empty || colour == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(SiteWords.of(colour));
            setGraphic(mark(colour));
        }
    }
}
