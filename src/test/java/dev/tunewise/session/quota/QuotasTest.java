package dev.tunewise.session.quota;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.quota.Quotas.Kind;
import dev.tunewise.session.quota.Quotas.Limits;
import dev.tunewise.session.quota.Quotas.Scope;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Address MODELS = new Address("slack", "T1", "C1", "1.0", "");
    private static final Address OTHERS = new Address("slack", "T1", "C2", "", "");
    private static final Address ELSEWHERE = new Address("slack", "T2", "C1", "", "");

    private final AtomicLong now = new AtomicLong();
    private final Quotas quotas = new Quotas(Map.of(Kind.TURN, new Limits(3, 5, 7)), now::get);
    private int events;

    private void take(Address place, String person) {
        quotas.check(Kind.TURN, "e" + events++, place, person);
    }

    private QuotaExceeded.Refused refused(Address place, String person) {
        return assertThrows(QuotaExceeded.class, () -> take(place, person)).refused();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void onePersonIsToldOnceAndTakenAgainWhenTheMinuteIsOver() {
        for (int i = 0; i < 3; i++) {
            take(MODELS, "U1");
            pass(5);
        }
        QuotaExceeded.Refused over = refused(OTHERS, "U1");
        assertEquals(Scope.PERSON, over.scope());
        assertEquals(3, over.most());
        assertEquals(45, over.seconds());
        assertTrue(over.tell());
        assertFalse(refused(MODELS, "U1").tell());
        assertDoesNotThrow(() -> take(MODELS, "U2"));
        pass(45);
        assertDoesNotThrow(() -> take(MODELS, "U1"));
    }

    @Test
    void aChannelAndAWorkspaceHaveTheirOwnCountsAndStarveNoOther() {
        for (int i = 0; i < 5; i++) {
            take(MODELS, "U" + i);
        }
        assertEquals(Scope.CHANNEL, refused(MODELS, "U8").scope());
        assertTrue(refused(MODELS, "U9").tell(), "each person is told");
        take(OTHERS, "U8");
        take(OTHERS, "U9");
        assertEquals(Scope.WORKSPACE, refused(OTHERS, "U7").scope());
        assertDoesNotThrow(() -> take(ELSEWHERE, "U1"));
    }

    @Test
    void copiesCountOnceAndWhatIsRefusedCountsNotAtAll() {
        for (int i = 0; i < 20; i++) {
            quotas.check(Kind.TURN, "the same", MODELS, "U1");
        }
        take(MODELS, "U1");
        take(MODELS, "U1");
        for (int i = 0; i < 20; i++) {
            refused(MODELS, "U1");
        }
        take(MODELS, "U2");
        take(MODELS, "U2");
        assertEquals(Scope.CHANNEL, refused(MODELS, "U3").scope());
    }

    @Test
    void otherKindsAndZeroAreWithoutLimit() {
        Quotas open = new Quotas(Map.of(Kind.TURN, new Limits(0, 0, 0)), now::get);
        for (int i = 0; i < 1_000; i++) {
            open.check(Kind.TURN, "", MODELS, "U1");
            quotas.check(Kind.OPENING, "", MODELS, "U1");
        }
    }
}
