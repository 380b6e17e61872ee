package dev.tunewise.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 describes it. When several things are wrong with a request, all of them are in {@code errors} and the first one is
 * repeated at the top.
 *
 * @param detail what is wrong here and what to do
 * @param pointer JSON pointer to the offending part of the request; absent when no part is to blame
 * @param errors all faults of the request; absent when there are no parts to point at
 */
@Serdeable
public record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
    public ProblemDetail {
        errors = List.copyOf(errors);
    }

    private static final String PREFIX = "urn:tunewise:problem:";

    /** A problem that no part of the request can be blamed for. */
    public static ProblemDetail of(int status, String kind, String title, String detail) {
        return new ProblemDetail(PREFIX + kind, title, status, detail, null, List.of());
    }

    /** There is no conversation with this id, or it is none of theirs who ask. */
    public static ProblemDetail unknownConversation(String id) {
        String detail = "There is no conversation `" + (id.length() > 64 ? id.substring(0, 64) + "…" : id) + "`.";
        return of(404, "unknown-conversation", "Unknown conversation", detail);
    }

    /** A request with these faults, at least one. */
    public static ProblemDetail of(List<Fault> faults) {
        Fault first = faults.getFirst();
        return new ProblemDetail(first.type(), first.title(), 422, first.detail(), first.pointer(), faults);
    }

    /** One fault of a request. `pointer`: JSON pointer to the offending part. */
    @Serdeable
    public record Fault(String type, String title, String pointer, String detail) {
        private static final int LONGEST = 200;

        /** A JSON pointer, RFC 6901, to a member, from names that may hold any character. */
        public static String pointer(String... names) {
            StringBuilder pointer = new StringBuilder();
            for (String name : names) {
                String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
                pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
            }
            return pointer.toString();
        }

        public static Fault of(Kind kind, String pointer, String detail) {
            return new Fault(PREFIX + kind.id, kind.title, pointer, detail);
        }
    }

    public enum Kind {
        UNKNOWN_FACT("unknown-fact", "Unknown fact"),
        UNKNOWN_PARAMETER("unknown-parameter", "Unknown cost parameter"),
        UNKNOWN_MEMBER("unknown-member", "Unknown member"),
        UNKNOWN_CHOICE("unknown-choice", "Unknown choice"),
        UNKNOWN_COMMAND("unknown-command", "Unknown command"),
        MISSING_MEMBER("missing-member", "Missing member"),
        WRONG_TYPE("wrong-type", "Wrong type"),
        NO_TEXT("no-text", "Not a text"),
        OUT_OF_RANGE("out-of-range", "Out of range"),
        TOO_LONG("too-long", "Too long"),
        CONTRADICTION("contradiction", "Contradiction"),
        BROKEN_RECORD("broken-record", "Not a decision record that can be used");

        private final String id;
        private final String title;

        Kind(String id, String title) {
            this.id = id;
            this.title = title;
        }
    }
}
