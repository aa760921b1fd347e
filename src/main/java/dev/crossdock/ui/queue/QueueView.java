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
    private final NoticeBars notices;

    /// What the view is made for.
    ///
    /// @param siteName what the user calls a site
    public record Parts(
            QueueViewModel model,
            QueueOrders orders,
            LimitViewModel limit,
            SearchViewModel search,
            RecordFiles files,
            NoticeBoard notices,
            Function<SiteId, String> siteName) {}

    public QueueView(Parts parts) {
        QueueViewModel model = parts.model();
        var words = new JobWords(parts.siteName(), model.clock());
        for (QueueList kind : QueueList.values()) {
            sheets.put(kind, new QueueSheet(id(kind), kind, model, parts.orders(), words));
        }
        line = new ProgressLine(model);
        notices = new NoticeBars(parts.notices());
        open(model, parts.limit());
        sheet(QueueList.FAILED).tools(QueueMenus::failedTools);
        sheet(QueueList.FAILED).table().setContextMenu(menus(QueueList.FAILED).failedMenu());
        var record =
                new RecordBar(model, parts.search(), parts.files(), sheet(QueueList.ENDED).table());
        sheet(QueueList.ENDED).tools(menus -> menus.endedTools(record.nodes()));
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

    /// What there is to say about the queue.
    public Node notices() {
        return notices;
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
        new QueueDrags(sheet.table(), sheet.actions()).install();
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
