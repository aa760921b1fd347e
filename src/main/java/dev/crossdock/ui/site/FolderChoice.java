package dev.crossdock.ui.site;

import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Which folder a new site goes into; not shown while there is none.
public final class FolderChoice extends HBox {

    private final ComboBox<SiteGroup> box = new ComboBox<>();

    public FolderChoice(String id, Sites sites) {
        box.setId(id);
        box.getItems().add(SiteGroup.TOP);
        SiteTree.of(sites.shown(), sites.groups()).allFolders().forEach(box.getItems()::add);
        box.setValue(SiteGroup.TOP);
        box.setConverter(new ChoiceWords<>(FolderWords::of));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label label = new Label(Strings.text("dialog.saveSite.folder"));
        label.setLabelFor(box);
        box.setAccessibleText(label.getText());
        getChildren().setAll(label, box);
        getStyleClass().add("form-row");
        boolean isNeeded = box.getItems().size() > 1;
        setVisible(isNeeded);
        setManaged(isNeeded);
    }

    public SiteGroup chosen() {
        return box.getValue();
    }
}
