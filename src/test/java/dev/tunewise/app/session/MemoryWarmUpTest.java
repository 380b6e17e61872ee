package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.storage.Database;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryWarmUpTest {
    private static final Instant LONG_AGO = Instant.parse("2025-01-07T10:00:00Z");

    private final Set<String> asked = new HashSet<>();

    @Test
    void theNewestDecisionIsLookedThroughAsADigestDoesAndNothingIsKept() {
        try (Database database = Database.inMemory()) {
            warmUp(database).run();
            assertEquals(Set.of("list"), asked, "nothing is there");
            decide(database);
            warmUp(database).run();
            // Only a digest that has something to say asks for it.
            assertTrue(asked.contains("gain"), asked::toString);
            assertEquals(0, database.outbox().waiting());
        }
    }

    private MemoryWarmUp warmUp(Database database) {
        DecisionLog log = database.decisions();
        DecisionLog heard = (DecisionLog) Proxy.newProxyInstance(
                DecisionLog.class.getClassLoader(), new Class<?>[] {DecisionLog.class}, (_, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(log, arguments);
                });
        return new MemoryWarmUp(
                heard,
                database.conversations(),
                _ -> Optional.empty(),
                new TeamSettings(database.settings(), WorkspaceDirectory.local(), database.audit()));
    }

    private static void decide(Database database) {
        Address address = new Address("slack", "T1", "C1", "1", "");
        LoggedDecision decided = new LoggedDecision(
                LoggedDecision.Status.DECIDED, LONG_AGO, List.of("Ada"), null, null, FollowUp.NONE, false, "", false);
        database.conversations()
                .create(
                        new Conversation("a", "fine-tuning", address, LONG_AGO, 0, List.of()),
                        new ConversationSummary(
                                "a",
                                "fine-tuning",
                                address,
                                "A hedge?",
                                ConversationSummary.State.CONCLUDED,
                                "no",
                                "No.",
                                "",
                                LONG_AGO,
                                LONG_AGO,
                                decided),
                        new Entry("k", new Author("U1", "Ada"), LONG_AGO, "", new UserInput.Opened("x"), List.of()),
                        List.of());
    }
}
