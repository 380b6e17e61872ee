package dev.tunewise.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Reads along what is logged: no stack traces, no control characters, no words of strangers that look like a line. */
final class LogWitness extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final int MOST = 20;

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final String folder;
    private final String beside;

    /** Reads along for the service with this data folder; a service of another test in the same process may still complain about its own. */
    LogWitness(Path folder) {
        this.folder = folder.toString();
        this.beside = folder.resolveSibling("junit-").toString();
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return;
        }
        String message = event.getFormattedMessage();
        if (message.contains(beside) && !message.contains(folder)) {
            return;
        }
        lines.incrementAndGet();
        if (event.getThrowableProxy() != null) {
            fault("stack trace of " + event.getLoggerName() + ": " + message + " "
                    + event.getThrowableProxy().getClassName() + ": "
                    + event.getThrowableProxy().getMessage() + " at "
                    + Arrays.stream(event.getThrowableProxy().getStackTraceElementProxyArray())
                            .limit(4)
                            .map(String::valueOf)
                            .toList());
        } else if (message.chars().anyMatch(c -> Character.isISOControl(c))) {
            fault("control characters of " + event.getLoggerName() + ": " + message);
        } else if (event.getLoggerName().startsWith("io.") || message.contains("failed and is tried again")) {
            fault("line of " + event.getLoggerName() + ": " + message);
        }
    }

    private void fault(String fault) {
        if (faults.size() < MOST) {
            faults.add(fault.substring(0, Math.min(1_000, fault.length())));
        }
    }

    List<String> faults() {
        return faults;
    }

    int lines() {
        return lines.get();
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
