package dev.tunewise.api.request;

import dev.tunewise.advice.CostParameter;

/** Says in words what a cost parameter takes. */
final class ValueBounds {
    static String of(CostParameter dial) {
        String number = dial.whole() ? "a whole number from " : "a number from ";
        var most = dial.most();
        return number + dial.least().toPlainString() + (most == null ? " on" : " to " + most.toPlainString());
    }
}
