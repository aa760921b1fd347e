package dev.crossdock.ui.vault;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.NewVault;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.WrongPasswordException;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;

/// The vault as the window knows it, and what the user does to it. Wipes what was typed.
public final class VaultViewModel {

    private final Vault vault;
    private final Executor aside;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<VaultShown> shown =
            new ReadOnlyObjectWrapper<>(VaultShown.UNKNOWN);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param aside one thread, so that things happen in the order in which they were asked for
    /// @param screen the JavaFX thread
    public VaultViewModel(Vault vault, Executor aside, Executor screen) {
        this.vault = vault;
        this.aside = aside;
        this.screen = screen;
        vault.whenChanged(() -> aside.execute(this::look));
    }

    private interface Work {
        /// @return what to tell the user, or nothing
        String run() throws FailureException, WrongPasswordException;
    }

    ReadOnlyObjectProperty<VaultShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether it is open, and a master password would open it again.
    public ObservableValue<Boolean> canBeLocked() {
        return shown.map(VaultShown::canBeLocked);
    }

    /// What went wrong last, in words; empty while all is well.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What was done last, where that is worth telling.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// A key is being made out of a password, which takes a second or so.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public void load() {
        aside.execute(this::look);
    }

    /// Zero for never.
    public void lockAfter(Duration idle) {
        aside.execute(() -> vault.lockAfter(idle));
    }

    public void lock() {
        work(() -> {
            vault.lock();
            return "";
        });
    }

    void create(NewVault wanted) {
        work(() -> {
            try {
                vault.create(wanted.protection(), wanted.master());
                return Strings.text("vault.made");
            } finally {
                Arrays.fill(wanted.master(), '\0');
            }
        });
    }

    void protect(NewVault wanted) {
        work(() -> {
            try {
                vault.protect(wanted.protection(), wanted.master());
                return Strings.text("vault.protected");
            } finally {
                Arrays.fill(wanted.master(), '\0');
            }
        });
    }

    void unlock(char[] master) {
        work(() -> {
            try {
                vault.unlock(master);
                return "";
            } finally {
                Arrays.fill(master, '\0');
            }
        });
    }

    void forgetAll() {
        work(() -> {
            vault.remove(vault.names());
            return "";
        });
    }

    void restoreBackup() {
        work(() -> Strings.text("vault.restored", vault.restoreBackup()));
    }

    void setAside() {
        work(() -> Strings.text("vault.setAside", vault.setAside()));
    }

    private void work(Work work) {
        busy.set(true);
        trouble.set("");
        said.set("");
        aside.execute(() -> {
            String done = "";
            String wrong = "";
            try {
                done = work.run();
            } catch (WrongPasswordException again) {
                wrong = Strings.text("vault.wrong");
            } catch (FailureException failed) {
                wrong = failed.failure().words();
            }
            show(VaultShown.of(vault), done, wrong);
        });
    }

    private void look() {
        VaultShown now = VaultShown.of(vault);
        screen.execute(() -> shown.set(now));
    }

    private void show(VaultShown now, String done, String wrong) {
        screen.execute(() -> {
            shown.set(now);
            said.set(done);
            trouble.set(wrong);
            busy.set(false);
        });
    }
}
