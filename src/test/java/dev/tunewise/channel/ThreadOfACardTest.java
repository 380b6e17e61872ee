package dev.tunewise.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tunewise.session.inbox.RequestDeferred;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is written under a card in the moment in which its thread becomes known is not taken for talk of others. */
class ThreadOfACardTest {
    private final Queue<Optional<String>> looks = new ArrayDeque<>();

    @Test
    void aThreadThatIsKnownIsFoundAtOnce() {
        looks.addAll(List.of(Optional.of("ours")));
        assertEquals(Optional.of("ours"), ChannelFrame.here(looks::remove, () -> true));
    }

    @Test
    void aThreadThatBecomesKnownBetweenTheLooksIsFound() {
        for (boolean waits : new boolean[] {true, false}) {
            looks.addAll(List.of(Optional.empty(), Optional.of("ours")));
            assertEquals(Optional.of("ours"), ChannelFrame.here(looks::remove, () -> waits));
        }
    }

    @Test
    void whileACardWaitsForItsThreadItIsTriedAgain() {
        looks.addAll(List.of(Optional.empty(), Optional.empty()));
        assertThrows(RequestDeferred.class, () -> ChannelFrame.here(looks::remove, () -> true));
    }

    @Test
    void aThreadOfOthersIsNobodys() {
        looks.addAll(List.of(Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), ChannelFrame.here(looks::remove, () -> false));
    }
}
