package dev.tunewise.flowfile.yaml;

import java.util.Arrays;

/** Reads a scalar again, noting for each character of its value where in the file it came from. */
final class ScalarTrace {
    private final int[] text;
    private final int to;
    private int at;
    private int[] values = new int[64];
    private int[] places = new int[64];
    private int size;

    ScalarTrace(int[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = Math.min(to, text.length);
    }

    /** The places of the value's characters; empty when the trace and the value do not agree. */
    int[] placesOf(String value) {
        int[] wanted = value.codePoints().toArray();
        if (wanted.length > size) {
            return new int[0];
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != values[i]) {
                return new int[0];
            }
        }
        return Arrays.copyOf(places, wanted.length);
    }

    private void emit(int value, int place) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        values[size] = value;
        places[size++] = place;
    }

    /** A plain scalar (quote 0) or one in quotes. */
    void flow(int quote) {
        if (quote != 0) {
            at++;
        }
        while (at < to) {
            int point = text[at];
            if (quote == '\'' && point == '\'') {
                if (at + 1 < to && text[at + 1] == '\'') {
                    emit('\'', at);
                    at += 2;
                    continue;
                }
                return;
            }
            if (quote == '"' && point == '"') {
                return;
            }
            if (quote == '"' && point == '\\') {
                escape();
            } else if (isBreak(point)) {
                fold();
            } else {
                emit(point, at++);
            }
        }
    }

    private void fold() {
        while (size > 0 && (values[size - 1] == ' ' || values[size - 1] == '\t') && places[size - 1] < at) {
            size--;
        }
        int first = at;
        int breaks = 0;
        while (at < to && (isBreak(text[at]) || text[at] == ' ' || text[at] == '\t')) {
            if (isBreak(text[at])) {
                breaks++;
                skipBreak();
            } else {
                at++;
            }
        }
        if (breaks == 1) {
            emit(' ', first);
        }
        for (int i = 1; i < breaks; i++) {
            emit('\n', first);
        }
    }

    private void escape() {
        int place = at;
        int code = at + 1 < to ? text[at + 1] : 0;
        at += 2;
        switch (code) {
            case 'n' -> emit('\n', place);
            case 't', '\t' -> emit('\t', place);
            case 'r' -> emit('\r', place);
            case '0' -> emit(0, place);
            case 'x' -> hex(2, place);
            case 'u' -> hex(4, place);
            case 'U' -> hex(8, place);
            case '\n', '\r' -> {
                at--;
                skipBreak();
                while (at < to && (text[at] == ' ' || text[at] == '\t')) {
                    at++;
                }
            }
            default -> emit(code, place);
        }
    }

    private void hex(int digits, int place) {
        int value = 0;
        for (int i = 0; i < digits && at < to; i++) {
            value = value * 16 + Math.max(0, Character.digit(text[at++], 16));
        }
        emit(value, place);
    }

    /** A block after `|` or `>`. */
    void block(boolean folded) {
        int given = 0;
        while (at < text.length && !isBreak(text[at])) {
            if (text[at] >= '1' && text[at] <= '9' && given == 0) {
                given = text[at] - '0';
            }
            if (text[at] == '#') {
                while (at < text.length && !isBreak(text[at])) {
                    at++;
                }
                break;
            }
            at++;
        }
        if (at < text.length) {
            skipBreak();
        }
        int indent = indentation();
        if (given != 0 && indent < given) {
            indent = given;
        }
        boolean plainBefore = false;
        int breaks = 0;
        while (at < to) {
            int column = 0;
            while (at < to && column < indent && text[at] == ' ') {
                at++;
                column++;
            }
            if (at >= to) {
                break;
            }
            if (isBreak(text[at])) {
                breaks++;
                skipBreak();
                continue;
            }
            if (column < indent) {
                break;
            }
            boolean plain = folded && text[at] != ' ' && text[at] != '\t';
            join(plainBefore && plain, breaks, size == 0);
            plainBefore = plain;
            while (at < to && !isBreak(text[at])) {
                emit(text[at], at++);
            }
            breaks = 1;
            if (at < to) {
                skipBreak();
            }
        }
        for (int i = 0; i < breaks; i++) {
            emit('\n', at);
        }
    }

    /** Writes what stands for the line breaks between two lines of text. */
    private void join(boolean folds, int breaks, boolean first) {
        if (folds && breaks == 1) {
            emit(' ', at);
            return;
        }
        for (int i = folds && !first ? 1 : 0; i < breaks; i++) {
            emit('\n', at);
        }
    }

    /** How far the first line with text is indented. */
    private int indentation() {
        int look = at;
        int column = 0;
        while (look < to) {
            if (text[look] == ' ') {
                column++;
            } else if (isBreak(text[look])) {
                column = 0;
            } else {
                return column;
            }
            look++;
        }
        return column;
    }

    private void skipBreak() {
        if (text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n') {
            at++;
        }
        at++;
    }

    private static boolean isBreak(int point) {
        return point == '\n' || point == '\r';
    }
}
