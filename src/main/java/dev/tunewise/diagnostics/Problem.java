package dev.tunewise.diagnostics;

/**
 * One thing that is wrong in a file.
 *
 * @param code stable kebab-case name of the kind of problem, for tests and searches
 * @param sourceLine the line of the file, shown with a caret under the column; empty when there is none
 */
public record Problem(
        Severity severity, String code, Position position, String message, String remedy, String sourceLine) {
    /** An error without the text of its line; {@link Problems} fills that in. */
    public static Problem error(String code, Position position, String message, String remedy) {
        return new Problem(Severity.ERROR, code, position, message, remedy, "");
    }

    /** The same problem under the name of another kind. */
    public Problem coded(String other) {
        return new Problem(severity, other, position, message, remedy, sourceLine);
    }

    public Problem withSourceLine(String line) {
        return new Problem(severity, code, position, message, remedy, line);
    }
}
