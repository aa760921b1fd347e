package dev.crossdock.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Sees the windows of an X screen and presses keys on it. Belongs to one thread.
///
/// Xlib itself: a look takes a fraction of a millisecond, a process such as xdotool takes several.
@SuppressWarnings("restricted")
final class XScreen implements AutoCloseable {

    static final int CONTROL = 0xffe3;
    static final int ALT = 0xffe9;
    static final int F4 = 0xffc1;
    static final int ESCAPE = 0xff1b;

    private static final int ANY_TYPE = 0;
    private static final int MOST = 1024;

    /// `XWindowAttributes` of 64-bit systems.
    private static final long ATTRIBUTES_SIZE = 136;

    private static final long MAP_STATE_AT = 92;
    private static final int IS_VIEWABLE = 2;

    private final Arena arena = Arena.ofConfined();
    private final SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
    private final SymbolLookup xtst = SymbolLookup.libraryLookup("libXtst.so.6", arena);
    private final MethodHandle property =
            call(
                    x11,
                    "XGetWindowProperty",
                    JAVA_INT,
                    ADDRESS,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_INT,
                    JAVA_LONG,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS);
    private final MethodHandle attributes =
            call(x11, "XGetWindowAttributes", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
    private final MethodHandle keyCode =
            call(x11, "XKeysymToKeycode", JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle fakeKey =
            call(xtst, "XTestFakeKeyEvent", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG);
    private final MethodHandle flush = call(x11, "XFlush", JAVA_INT, ADDRESS);
    private final MethodHandle free = call(x11, "XFree", JAVA_INT, ADDRESS);
    private final MemorySegment out = arena.allocate(40);
    private final MemorySegment state = arena.allocate(ATTRIBUTES_SIZE, 8);
    private final MemorySegment display;
    private final long root;
    private final long clients;
    private final long title;

    XScreen(String name) {
        ignoreErrors();
        display = (MemorySegment) invoke(call(x11, "XOpenDisplay", ADDRESS, ADDRESS), text(name));
        if (display.address() == 0) {
            throw new IllegalStateException("no X screen " + name);
        }
        root = (long) invoke(call(x11, "XDefaultRootWindow", JAVA_LONG, ADDRESS), display);
        clients = atom("_NET_CLIENT_LIST");
        title = atom("_NET_WM_NAME");
    }

    /// The titles of the visible windows that the window manager has in its care, the oldest first.
    List<String> titles() {
        var titles = new ArrayList<String>();
        for (long window : longs(root, clients)) {
            boolean there = (int) invoke(attributes, display, window, state) != 0;
            if (there && state.get(JAVA_INT, MAP_STATE_AT) == IS_VIEWABLE) {
                titles.add(new String(bytes(window, title, 1), StandardCharsets.UTF_8));
            }
        }
        return titles;
    }

    /// Presses keys one after the other and lets them go again, for the window with the focus.
    void press(int... symbols) {
        for (int symbol : symbols) {
            key(symbol, 1);
        }
        for (int symbol : List.copyOf(boxed(symbols)).reversed()) {
            key(symbol, 0);
        }
        invoke(flush, display);
    }

    @Override
    public void close() {
        invoke(call(x11, "XCloseDisplay", JAVA_INT, ADDRESS), display);
        arena.close();
    }

    private static List<Integer> boxed(int[] symbols) {
        var boxed = new ArrayList<Integer>();
        for (int symbol : symbols) {
            boxed.add(symbol);
        }
        return boxed;
    }

    private void key(int symbol, int down) {
        int code = (int) invoke(keyCode, display, (long) symbol) & 0xff;
        invoke(fakeKey, display, code, down, 0L);
    }

    private long atom(String name) {
        var intern = call(x11, "XInternAtom", JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT);
        return (long) invoke(intern, display, text(name), 0);
    }

    private long[] longs(long window, long name) {
        return MemorySegment.ofArray(bytes(window, name, JAVA_LONG.byteSize()))
                .toArray(JAVA_LONG.withByteAlignment(1));
    }

    /// @param size of an item in memory
    private byte[] bytes(long window, long name, long size) {
        out.fill((byte) 0);
        invoke(
                property,
                display,
                window,
                name,
                0L,
                (long) MOST,
                0,
                (long) ANY_TYPE,
                out,
                out.asSlice(8),
                out.asSlice(16),
                out.asSlice(24),
                out.asSlice(32));
        MemorySegment value = out.get(ADDRESS, 32);
        if (value.address() == 0) {
            return new byte[0];
        }
        byte[] bytes = value.reinterpret(out.get(JAVA_LONG, 16) * size).toArray(JAVA_BYTE);
        invoke(free, value);
        return bytes;
    }

    /// A window may be gone by the time it is asked for its title; Xlib would end the process.
    private void ignoreErrors() {
        try {
            var type = MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class);
            MethodHandle ignore = MethodHandles.lookup().findStatic(XScreen.class, "ignore", type);
            MemorySegment handler =
                    Linker.nativeLinker()
                            .upcallStub(
                                    ignore,
                                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS),
                                    Arena.global());
            invoke(call(x11, "XSetErrorHandler", ADDRESS, ADDRESS), handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused") // Xlib calls it
    private static int ignore(MemorySegment display, MemorySegment error) {
        return 0;
    }

    private MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    private static MethodHandle call(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static Object invoke(MethodHandle call, Object... arguments) {
        try {
            return call.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a call of Xlib failed", e);
        }
    }
}
