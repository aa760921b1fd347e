package dev.crossdock.ui.sites;

import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A host, and its port beside it.
final class HostRow extends HBox {

    private static final int PORT_COLUMNS = 4;

    private final TextField host;

    HostRow(GeneralPart model) {
        getStyleClass().add("form-row");
        host = FieldRows.field("sites.host", model.host());
        host.setPromptText(Strings.text("connect.host.prompt"));
        getChildren()
                .addAll(
                        Labels.growing(host),
                        Labels.small(Strings.text("connect.port")),
                        port("connect.port", model.port()));
    }

    TextField host() {
        return host;
    }

    static TextField port(String key, Typed<Integer> model) {
        TextField port = FieldRows.field(key, model);
        port.setPrefColumnCount(PORT_COLUMNS);
        port.setMinWidth(Region.USE_PREF_SIZE);
        return port;
    }
}
