package dev.crossdock.ui.dialog;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.ServerLink;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks in which pane a link shall fill the form, while both are connected.
public final class LinkDialog {

    private LinkDialog() {}

    /// @param left what the left pane is on
    /// @param right what the right pane is on
    /// @return for the left pane true, for the right one false
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, ServerLink link, String left, String right) {
        var facts = new FactGrid().fact(Strings.text("dialog.link.server"), link.address());
        if (!link.user().isEmpty()) {
            facts.fact(Strings.text("dialog.link.user"), link.user());
        }
        link.folder()
                .map(RemotePath::value)
                .ifPresent(folder -> facts.fact(Strings.text("dialog.link.folder"), folder));
        if (link.tls().isEncrypted()) {
            facts.fact(Strings.text("dialog.link.tls"), Strings.text("dialog.link.tls.yes"));
        } else {
            facts.alarm(Strings.text("dialog.link.tls"), Strings.text("dialog.link.tls.no"));
        }
        return new DialogFrame<Boolean>(
                        owner, "link-dialog", Icon.LINK, Strings.text("dialog.link.title"))
                .content(
                        Labels.wrapped(Strings.text("dialog.link.text", left, right)),
                        facts,
                        Labels.muted(Strings.text("dialog.link.note")))
                .answering("link-left", Strings.text("dialog.link.left"), () -> true)
                .answering("link-right", Strings.text("dialog.link.right"), () -> false)
                .closing("link-cancel", Strings.text("dialog.cancel"))
                .closingIsDefault();
    }
}
