package dev.crossdock.ui.sites;

import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.site.SiteTree;

import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/// The folders and sites as a tree that follows the model, selection included.
final class SiteTreeView extends StackPane {

    private static final double ROW = 28;

    private final SitesViewModel model;
    private final SitesActions actions;
    private final Executor screen;
    private final TreeView<Item> tree = new TreeView<>();
    private final Map<Object, TreeItem<Item>> rows = new HashMap<>();
    private final Label nothing = Labels.muted("");
    private boolean following;
    private boolean told;

    SiteTreeView(SitesViewModel model, SitesActions actions, Executor screen) {
        this.model = model;
        this.actions = actions;
        this.screen = screen;
        tree.setId("sites-tree");
        tree.setAccessibleText(Strings.text("sites.tree"));
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.getStyleClass().add("sites-tree");
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var drags = new TreeDrags(tree, model, actions);
        tree.setCellFactory(_ -> drags.prepare(new SiteCell()));
        tree.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<TreeItem<Item>>) _ -> selectionChanged());
        nothing.setMouseTransparent(true);
        nothing.getStyleClass().add("site-list-empty");
        getChildren().addAll(tree, nothing);
        model.treeProperty().subscribe(this::rebuild);
        model.selectedProperty().subscribe(_ -> follow());
        model.expanded().addListener((SetChangeListener<SiteGroup>) this::expansionChanged);
    }

    TreeView<Item> tree() {
        return tree;
    }

    /// Puts the cursor into the tree, on a row.
    void focusRows() {
        if (tree.getSelectionModel().isEmpty() && tree.getExpandedItemCount() > 0) {
            tree.getSelectionModel().select(0);
        }
        tree.requestFocus();
    }

    /// Selects what the model has selected.
    void follow() {
        following = true;
        try {
            select(model.selectedProperty().get());
        } finally {
            following = false;
        }
    }

    private void rebuild(SiteTree shown) {
        following = true;
        try {
            rows.clear();
            var root = new TreeItem<Item>();
            fill(root, shown, !model.searchProperty().get().isBlank());
            root.setExpanded(true);
            tree.setRoot(root);
            select(model.selectedProperty().get());
        } finally {
            following = false;
        }
        boolean empty = shown.isEmpty();
        nothing.setVisible(empty);
        nothing.setText(
                empty && !model.all().isEmpty() ? Strings.text("sites.nothingMatches") : "");
    }

    private void fill(TreeItem<Item> parent, SiteTree shown, boolean searching) {
        var children = new ArrayList<TreeItem<Item>>();
        for (SiteTree folder : shown.folders()) {
            var item = new TreeItem<Item>(new Item.Folder(folder.group()));
            fill(item, folder, searching);
            item.setExpanded(searching || model.expanded().contains(folder.group()));
            if (!searching) {
                item.expandedProperty().subscribe(open -> remember(folder.group(), open));
            }
            rows.put(folder.group(), item);
            children.add(item);
        }
        for (Site site : shown.sites()) {
            var item = new TreeItem<Item>(new Item.Entry(site));
            rows.put(site.id(), item);
            children.add(item);
        }
        parent.getChildren().setAll(children);
    }

    private void remember(SiteGroup group, boolean open) {
        if (open) {
            model.expanded().add(group);
        } else {
            model.expanded().remove(group);
        }
    }

    private void expansionChanged(SetChangeListener.Change<? extends SiteGroup> change) {
        if (change.wasAdded()) {
            TreeItem<Item> row = rows.get(change.getElementAdded());
            if (row != null) {
                row.setExpanded(true);
            }
        }
    }

    private void select(List<Item> items) {
        var selection = tree.getSelectionModel();
        int[] indices =
                items.stream()
                        .map(item -> rows.get(key(item)))
                        .filter(Objects::nonNull)
                        .mapToInt(tree::getRow)
                        .filter(row -> row >= 0)
                        .toArray();
        if (List.copyOf(selection.getSelectedIndices())
                .equals(Arrays.stream(indices).boxed().toList())) {
            return;
        }
        selection.clearSelection();
        if (indices.length > 0) {
            selection.selectIndices(indices[0], indices);
            show(indices[0]);
        }
    }

    private void show(int row) {
        tree.scrollTo(Math.max(0, row - 3));
    }

    /// A click tells of several changes; only the last state is meant.
    private void selectionChanged() {
        if (following || told) {
            return;
        }
        told = true;
        screen.execute(() -> {
            told = false;
            List<Item> now = selectedNow();
            if (!isSame(now, model.selectedProperty().get())) {
                actions.select(now);
            }
        });
    }

    private List<Item> selectedNow() {
        return tree.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(TreeItem::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isSame(List<Item> left, List<Item> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).isSame(right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Object key(Item item) {
        return switch (item) {
            case Item.Folder(SiteGroup group) -> group;
            case Item.Entry(Site site) -> site.id();
        };
    }
}
