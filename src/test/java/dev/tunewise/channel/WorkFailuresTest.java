package dev.tunewise.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tunewise.session.inbox.Unreadable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What strangers send makes no flood of the log. */
class WorkFailuresTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(WorkFailures.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void leave() {
        log.detachAppender(said);
    }

    @Test
    void whatNobodyCanReadIsSaidOnceAMinute() {
        WorkFailures failures = new WorkFailures("slack");
        for (int i = 0; i < 300; i++) {
            failures.failed(new Unreadable("a field holds what Slack does not send there: user"), true);
        }
        assertEquals(List.of(Level.WARN), levels());
    }

    @Test
    void whatIsGivenUpForOtherReasonsIsSaidEachTime() {
        WorkFailures failures = new WorkFailures("slack");
        failures.failed(new IllegalStateException(), true);
        failures.failed(new IllegalStateException(), false);
        failures.failed(new IllegalStateException(), true);
        assertEquals(List.of(Level.ERROR, Level.WARN, Level.ERROR), levels());
    }

    private List<Level> levels() {
        return said.list.stream().map(ILoggingEvent::getLevel).toList();
    }
}
