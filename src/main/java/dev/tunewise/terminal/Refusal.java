package dev.tunewise.terminal;

import dev.tunewise.storage.document.StorageException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** A command cannot be carried out, for a reason that whoever typed it can mend. */
public final class Refusal extends RuntimeException {
    private static final int FAILED = 1;
    private static final int WRONGLY_TYPED = 2;

    private final int code;

    private Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    public Refusal(String message) {
        this(FAILED, message);
    }

    /** What was typed cannot mean anything. */
    public static Refusal typed(String message) {
        return new Refusal(WRONGLY_TYPED, message);
    }

    /** What an operator can mend is told in a sentence, without where in the program it was noticed. */
    public static CommandLine told(CommandLine line, PrintStream err) {
        return line.setErr(new PrintWriter(err, true)).setExecutionExceptionHandler((failure, command, _) -> {
            String told = switch (failure) {
                case Refusal refusal -> refusal.getMessage();
                case StorageException known -> known.getMessage();
                case UncheckedIOException file ->
                    file.getMessage() + ": "
                            + (file.getCause() instanceof NoSuchFileException
                                    ? "there is no such folder. Create it, or name another file."
                                    : file.getCause());
                default -> throw failure;
            };
            command.getErr().println(told);
            return failure instanceof Refusal refusal ? refusal.code : FAILED;
        });
    }
}
