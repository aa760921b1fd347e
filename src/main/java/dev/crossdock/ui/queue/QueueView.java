package dev.crossdock.ui.queue;

import dev.crossdock.model.SiteId;
import dev.crossdock.queue.QueueList;

import javafx.scene.Node;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The queue's three lists, what can be done with them, and what is above them all.
public final class QueueView {

    private final Map<QueueList, QueueSheet> sheets = new EnumMap<>(QueueList.class);
    private final ProgressLine line;

    /// @param siteName what the user calls a site
    public QueueView(
            QueueViewModel model,
            QueueOrders orders,
            LimitViewModel limit,
            Function<SiteId, String> siteName) {
        var words = new JobWords(siteName, model.clock());
        for (QueueList kind : QueueList.values()) {
            sheets.put(kind, new QueueSheet(id(kind), kind, model, orders, words));
        }
        line = new ProgressLine(model);
        open(model, limit);
        sheet(QueueList.FAILED).tools(QueueMenus::failedTools);
        sheet(QueueList.FAILED).table().setContextMenu(menus(QueueList.FAILED).failedMenu());
        sheet(QueueList.ENDED).tools(QueueMenus::endedTools);
        sheet(QueueList.ENDED).table().setContextMenu(menus(QueueList.ENDED).endedMenu());
    }

    /// `queue`, `failed`, `finished`.
    public static String id(QueueList kind) {
        return switch (kind) {
            case OPEN -> "queue";
            case FAILED -> "failed";
            case ENDED -> "finished";
        };
    }

    /// How far all of it is.
    public Node line() {
        return line;
    }

    /// A list.
    public Node list(QueueList kind) {
        return sheet(kind);
    }

    /// The buttons for a list, for the bar above it.
    public Node bar(QueueList kind) {
        return sheet(kind).bar();
    }

    public void focus(QueueList kind) {
        sheet(kind).table().requestFocus();
    }

    private void open(QueueViewModel model, LimitViewModel limit) {
        QueueSheet sheet = sheet(QueueList.OPEN);
        sheet.tools(menus -> menus.openTools(new LimitButton(limit), new HoldButton(model)));
        sheet.table().setContextMenu(menus(QueueList.OPEN).openMenu());
    }

    private QueueMenus menus(QueueList kind) {
        return new QueueMenus(sheet(kind).actions());
    }

    private QueueSheet sheet(QueueList kind) {
        QueueSheet sheet = sheets.get(kind);
        if (sheet == null) {
            throw new IllegalStateException("no list " + kind.name().toLowerCase(Locale.ROOT));
        }
        return sheet;
    }
}
