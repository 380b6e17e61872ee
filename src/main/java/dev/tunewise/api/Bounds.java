package dev.tunewise.api;

import dev.tunewise.advice.Dial;

/** Says in words what a cost parameter takes. */
final class Bounds {
    private Bounds() {}

    static String of(Dial dial) {
        String number = dial.whole() ? "a whole number from " : "a number from ";
        var most = dial.most();
        return number + dial.least().toPlainString() + (most == null ? " on" : " to " + most.toPlainString());
    }
}
