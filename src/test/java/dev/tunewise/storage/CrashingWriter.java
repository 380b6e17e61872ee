package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.ROOM;

import dev.tunewise.session.store.ConversationStore.Appended;
import java.util.List;

/**
 * A process made to be killed. It commits turns for ever and says after each on standard output that it was committed; in between it takes
 * posts as a sender does. Arguments: the database address, and the number of turns committed before.
 */
final class CrashingWriter {
    private CrashingWriter() {}

    public static void main(String[] arguments) {
        long version = Long.parseLong(arguments[1]);
        try (Database database = Database.open(arguments[0], "", "", "")) {
            if (version == 0) {
                commit(database.conversations()
                        .create(
                                Samples.conversation("a", ROOM),
                                Samples.digest("a", ROOM),
                                Samples.entry("turn-0"),
                                List.of(Samples.post("p0", "answer 0"))));
                version = 1;
            }
            while (true) {
                commit(database.conversations()
                        .append(
                                "a",
                                version,
                                Samples.digest("a", ROOM),
                                Samples.entry("turn-" + version),
                                List.of(Samples.post("p" + version, "answer " + version))));
                version++;
                database.outbox().take("writer", List.of(), _ -> true, 1);
            }
        }
    }

    private static void commit(Appended appended) {
        if (!(appended instanceof Appended.Done done)) {
            throw new IllegalStateException("Nobody else writes here, and yet: " + appended);
        }
        System.out.println(done.version());
    }
}
