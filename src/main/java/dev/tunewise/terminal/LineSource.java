package dev.tunewise.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;

/** Where lines that people type come from. */
@FunctionalInterface
interface LineSource {
    /** The next line; empty at the end. */
    Optional<String> next(String prompt);

    /** Lines from a keyboard, with editing, history and completion of commands. */
    static LineSource typed(Terminal terminal) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(new StringsCompleter(LineCommand.COMMANDS))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        return prompt -> {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (EndOfFileException | UserInterruptException ended) {
                return Optional.empty();
            }
        };
    }

    /** Lines from a file or another program; they are shown as well, so that the output reads like a conversation. */
    static LineSource piped(InputStream in, PrintStream out) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return prompt -> {
            try {
                String line = lines.readLine();
                out.println(prompt + (line == null ? "" : BlockPrinter.legible(line)));
                return Optional.ofNullable(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
