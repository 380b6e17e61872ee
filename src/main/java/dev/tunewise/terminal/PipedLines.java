package dev.tunewise.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines from a file or another program; they are shown as well, so that the output reads like a conversation. */
final class PipedLines implements LineSource {
    private final BufferedReader in;
    private final PrintStream out;

    PipedLines(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public Optional<String> next(String prompt) {
        try {
            String line = in.readLine();
            out.println(prompt + (line == null ? "" : BlockPrinter.legible(line)));
            return Optional.ofNullable(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
