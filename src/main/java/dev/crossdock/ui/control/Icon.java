package dev.crossdock.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The icons of the window, by what they stand for.
public enum Icon {
    ABOUT(MaterialDesignI.INFORMATION_OUTLINE),
    ADD(MaterialDesignP.PLUS),
    CANCEL(MaterialDesignC.CLOSE_CIRCLE_OUTLINE),
    CLEAR_FINISHED(MaterialDesignB.BROOM),
    CLOSE(MaterialDesignC.CLOSE),
    COMPUTER(MaterialDesignL.LAPTOP),
    BOTTOM(MaterialDesignA.ARROW_COLLAPSE_DOWN),
    CONNECT(MaterialDesignL.LAN_CONNECT),
    COPY(MaterialDesignC.CONTENT_COPY),
    COPY_LEFT(MaterialDesignA.ARROW_LEFT),
    COPY_RIGHT(MaterialDesignA.ARROW_RIGHT),
    DARK(MaterialDesignW.WEATHER_NIGHT),
    DELETE(MaterialDesignD.DELETE_OUTLINE),
    DETAILS(MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE),
    DISCONNECT(MaterialDesignL.LAN_DISCONNECT),
    DONE(MaterialDesignC.CHECK_CIRCLE_OUTLINE),
    DOWN(MaterialDesignA.ARROW_DOWN),
    EDIT(MaterialDesignP.PENCIL_OUTLINE),
    EMPTY_FOLDER(MaterialDesignF.FOLDER_OPEN_OUTLINE),
    EXPAND(MaterialDesignF.FOLDER_PLUS_OUTLINE),
    EXPORT(MaterialDesignE.EXPORT),
    FAILED(MaterialDesignA.ALERT_CIRCLE_OUTLINE),
    FILE(MaterialDesignF.FILE_OUTLINE),
    FILTER(MaterialDesignM.MAGNIFY),
    FOLDER(MaterialDesignF.FOLDER),
    HOLD(MaterialDesignP.PAUSE_OCTAGON_OUTLINE),
    KEYS(MaterialDesignK.KEYBOARD_OUTLINE),
    LATER(MaterialDesignA.ALARM),
    LIGHT(MaterialDesignW.WEATHER_SUNNY),
    LINK(MaterialDesignL.LINK_VARIANT),
    LISTENS(MaterialDesignE.EAR_HEARING),
    LOCKED(MaterialDesignL.LOCK),
    MEMORY(MaterialDesignH.HISTORY),
    MENU(MaterialDesignD.DOTS_VERTICAL),
    MOVE(MaterialDesignF.FOLDER_MOVE_OUTLINE),
    NEW_FOLDER(MaterialDesignF.FOLDER_PLUS_OUTLINE),
    NO_ROUTE(MaterialDesignC.CANCEL),
    OTHER(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    PAUSE(MaterialDesignP.PAUSE),
    PACKAGES(MaterialDesignF.FORMAT_LIST_CHECKS),
    PERMISSIONS(MaterialDesignS.SHIELD_KEY_OUTLINE),
    QUESTION(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    REFRESH(MaterialDesignR.REFRESH),
    RELAY(MaterialDesignM.MONITOR),
    REMOVE(MaterialDesignP.PLAYLIST_REMOVE),
    RENAME(MaterialDesignR.RENAME_BOX),
    RESUME(MaterialDesignP.PLAY),
    RETRY(MaterialDesignR.REPLAY),
    RETRY_ALL(MaterialDesignR.RELOAD_ALERT),
    RULES(MaterialDesignT.TUNE),
    RUNNING(MaterialDesignP.PROGRESS_UPLOAD),
    SAVE(MaterialDesignB.BOOKMARK_PLUS_OUTLINE),
    SETTINGS(MaterialDesignC.COG_OUTLINE),
    SERVER(MaterialDesignS.SERVER),
    SERVER_OFF(MaterialDesignS.SERVER_OFF),
    SITE(MaterialDesignB.BOOKMARK_OUTLINE),
    SKIPPED(MaterialDesignD.DEBUG_STEP_OVER),
    SPEED(MaterialDesignS.SPEEDOMETER),
    TLS_CLIENT(MaterialDesignK.KEY_VARIANT),
    TOP(MaterialDesignA.ARROW_COLLAPSE_UP),
    UNLOCKED(MaterialDesignL.LOCK_OPEN_VARIANT),
    UP(MaterialDesignA.ARROW_UP),
    WAITING(MaterialDesignC.CLOCK_OUTLINE),
    WARNING(MaterialDesignA.ALERT_OUTLINE);

    /// Always a constant of one of the icon set's enums.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon ikon;

    Icon(Ikon ikon) {
        this.ikon = ikon;
    }

    /// A new node that shows the icon.
    public FontIcon node() {
        return new FontIcon(ikon);
    }

    /// A new node with style classes of its own.
    public FontIcon node(String... styles) {
        var node = node();
        node.getStyleClass().addAll(styles);
        return node;
    }

    /// Makes a node show this icon.
    public void showIn(FontIcon node) {
        node.setIconCode(ikon);
    }
}
