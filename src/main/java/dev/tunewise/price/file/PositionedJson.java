package dev.tunewise.price.file;

import dev.tunewise.diagnostics.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of JSON that knows where it stands in its file. */
public sealed interface PositionedJson {
    Position at();

    /** An object, its fields in the order of the file. */
    record Obj(Map<String, PositionedJson> fields, Position at) implements PositionedJson {
        /** The value of a field; null where there is none, or one that says that it is unknown. */
        @Nullable
        public PositionedJson get(String name) {
            return fields.get(name) instanceof PositionedJson value && !(value instanceof Null) ? value : null;
        }

        /** The text of a field; empty where it holds none. */
        public String text(String name) {
            return get(name) instanceof Text text ? text.value() : "";
        }
    }

    record Arr(List<PositionedJson> items, Position at) implements PositionedJson {}

    record Text(String value, Position at) implements PositionedJson {}

    /** A number, exact. */
    record Num(BigDecimal value, Position at) implements PositionedJson {}

    record Bool(boolean value, Position at) implements PositionedJson {}

    /** Null: unknown. */
    record Null(Position at) implements PositionedJson {}

    /** What it is, for messages. */
    default String describe() {
        return switch (this) {
            case Obj ignored -> "an object";
            case Arr ignored -> "a list";
            case Text text -> "the text \"" + text.value() + "\"";
            case Num number -> "the number " + number.value().toPlainString();
            case Bool bool -> String.valueOf(bool.value());
            case Null ignored -> "null";
        };
    }
}
