package dev.tunewise.diagnostics.log;

import java.util.Arrays;
import java.util.List;

/**
 * A failure in one line: what it is and where in our code. Messages of libraries may hold what people said and stay out;
 * those of databases are bound to say no values, and ours are our own.
 */
public final class FailureLine {
    private static final List<String> TELLING = List.of("dev.tunewise.", "java.sql.", "org.sqlite.", "org.postgresql.");
    private static final String OURS = "dev.tunewise.";

    public static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return said(failure) + (root == failure ? "" : " caused by " + said(root)) + place;
    }

    private static String said(Throwable failure) {
        String type = failure.getClass().getName();
        String message = failure.getMessage();
        boolean tells = message != null && TELLING.stream().anyMatch(type::startsWith);
        return failure.getClass().getSimpleName() + (tells ? " (" + OneLine.of(String.valueOf(message)) + ")" : "");
    }
}
