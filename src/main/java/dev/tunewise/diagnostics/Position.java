package dev.tunewise.diagnostics;

/** A place in a file. `file`: path as the reader of the message knows it. `line`: from 1. `column`: from 1. */
public record Position(String file, int line, int column) implements Comparable<Position> {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "A position counts lines and columns from 1, found " + line + ":" + column + " in " + file);
        }
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
