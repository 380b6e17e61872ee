package dev.tunewise.session.log;

import static dev.tunewise.testing.Hedge.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.Hedge;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the day of its review a decision is asked about once, with its answers filled in. */
class DueReviewsTest {
    private static final Author ANA = new Author("u1", "Ana");
    private static final Map<String, String> TOO_DRY = Map.of(
            "purpose", "birds", "light", "sun", "length", "10", "height", "2", "plant", "privet", "budget", "1000",
            "waters", "no");

    private final Database stores = Database.inMemory();
    private final AtomicInteger number = new AtomicInteger();
    private final TurnService turns = turns();
    private Predicate<Address> away = _ -> false;
    private Instant now = Instant.parse("2026-08-31T10:00:00Z");

    private TurnService turns() {
        return new TurnService(
                stores.conversations(),
                _ -> Optional.of(Hedge.listening()),
                StateCache.recent(5),
                Proposer.NONE,
                new SummaryRouter(
                        new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit()),
                        WorkspaceDirectory.local(),
                        ThreadLinks.none(),
                        ""),
                () -> "c" + number.incrementAndGet(),
                new TurnTraffic(() -> {}));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private int ask(TurnService asking, String zone, int hour, String at) {
        now = Instant.parse(at);
        Owners owners = new Owners(stores.decisions(), WorkspaceDirectory.local(), asking);
        return new DueReviews(
                        stores.decisions(), asking, ZoneId.of(zone), LocalTime.of(hour, 0), away, owners, (_, e) -> {
                            throw e;
                        })
                .ask(now);
    }

    private int ask(String at) {
        return ask(turns, "UTC", 9, at);
    }

    private String give(String id, UserInput input) {
        InboundEvent event = new InboundEvent("k" + number.incrementAndGet(), ANA, now, "", input);
        if (id.isEmpty()) {
            turns.open("hedge", new Address("test", "w", "room", "t" + number.get(), ""), event);
            return stores.conversations().list("test", "w", 1).getFirst().id();
        }
        turns.take(id, event);
        return id;
    }

    private String decided() {
        String id = give("", new UserInput.Opened("A hedge?"));
        give(id, new UserInput.Filled(TOO_DRY));
        assertEquals(
                "not-yet",
                stores.conversations().digest(address(id)).orElseThrow().verdict());
        return id;
    }

    private Address address(String id) {
        return stores.conversations().find(id).orElseThrow().address();
    }

    private LoggedDecision logged(String id) {
        return stores.conversations().digest(address(id)).orElseThrow().logged();
    }

    private FollowUp followUp(String id) {
        return logged(id).followUp();
    }

    private Post last(String id) {
        return turns.posts(id).getLast().post();
    }

    @Test
    void aVerdictWithAReviewGetsItsDayAndIsAskedOnIt() {
        String id = decided();
        assertEquals(LocalDate.of(2027, 2, 28), followUp(id).review(), "the end of a shorter month");
        assertEquals(0, ask("2027-02-27T23:00:00Z"));
        assertEquals(0, ask("2027-02-28T08:59:59Z"));
        assertEquals(1, ask("2027-02-28T09:00:00Z"));
        Post asked = last(id);
        assertTrue(asked.place() instanceof Post.Thread, "in the old thread");
        String text = PostText.of(asked);
        assertTrue(text.contains("On 31 August 2026 the answer was:"), text);
        Block.Form form = asked.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "10",
                form.inputs().stream()
                        .filter(input -> input.fact().equals("length"))
                        .findFirst()
                        .orElseThrow()
                        .current(),
                "the old answers are filled in");
        assertNull(followUp(id).review());
        assertEquals(0, ask("2027-02-28T09:10:00Z"), "nobody is asked twice");
        assertEquals(0, ask("2027-06-28T09:10:00Z"), "nor reminded for ever");
        assertEquals(List.of("Ana"), logged(id).people(), "Tunewise takes no part");
    }

    @Test
    void ofSeveralProcessesOneAsks() {
        String id = decided();
        int before = turns.posts(id).size();
        TurnService other = turns();
        int asked = ask(turns, "UTC", 9, "2027-03-01T12:00:00Z") + ask(other, "UTC", 9, "2027-03-01T12:00:00Z");
        assertEquals(1, asked);
        assertEquals(
                1,
                turns.posts(id).stream()
                        .skip(before)
                        .filter(kept -> PostText.of(kept.post()).contains("time to look at this again"))
                        .count());
    }

    @Test
    void whereNothingCanBePostedForNowIsAskedOnceItCanAndOthersAreNotKeptWaiting() {
        String waiting = decided();
        now = now.plusSeconds(1);
        String other = decided();
        String room = address(waiting).thread();
        away = each -> each.thread().equals(room);
        assertEquals(1, ask("2027-03-01T12:00:00Z"));
        assertNull(followUp(other).review());
        assertEquals(LocalDate.of(2027, 2, 28), followUp(waiting).review(), "the log shows that it is due");
        assertEquals(0, ask("2027-03-02T12:00:00Z"));
        away = _ -> false;
        assertEquals(1, ask("2027-03-20T12:00:00Z"));
        assertTrue(PostText.of(last(waiting)).contains("look at this again"), PostText.of(last(waiting)));
        assertEquals(0, ask("2027-03-21T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // 28 February begins earlier in the east and later in the west.
        "Pacific/Auckland, 9, 2027-02-27T19:59:00Z, 0",
        "Pacific/Auckland, 9, 2027-02-27T20:00:00Z, 1",
        "America/New_York, 9, 2027-02-28T13:59:00Z, 0",
        "America/New_York, 9, 2027-02-28T14:00:00Z, 1",
    })
    void theDaysOfAZoneCount(String zone, int hour, String at, int asked) {
        decided();
        assertEquals(asked, ask(turns, zone, hour, at));
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go from 02:00 to 03:00 at 01:00Z, and from 03:00 back to 02:00.
        "2027-03-28, 2027-03-28T00:59:00Z, 0",
        "2027-03-28, 2027-03-28T01:00:00Z, 1",
        "2027-10-31, 2027-10-30T23:59:00Z, 0",
        "2027-10-31, 2027-10-31T00:00:00Z, 1",
    })
    void anHourThatIsMissingOrComesTwiceIsNoHindrance(String day, String at, int asked) {
        String id = decided();
        give(id, new UserInput.Clicked(new dev.tunewise.chat.Action.Command("review", Map.of("on", day))));
        assertEquals(LocalDate.parse(day), followUp(id).review());
        assertEquals(asked, ask(turns, "Europe/Berlin", 2, at));
    }

    @Test
    void thatItStillHoldsPlansTheNextReview() {
        String id = decided();
        ask("2027-02-28T09:00:00Z");
        give(id, new UserInput.Clicked(ConversationCommand.STILL_HOLDS.action()));
        assertEquals(LocalDate.of(2027, 8, 28), followUp(id).review());
        assertEquals(LoggedDecision.Status.REVISITED, logged(id).status());
        assertTrue(PostText.of(last(id)).contains("28 August 2027"), PostText.of(last(id)));
        assertEquals(1, ask("2027-08-28T09:00:00Z"));
    }

    @Test
    void undoTakesBackThatItStillHoldsAndNothingBehindIt() {
        String id = decided();
        LocalDate planned = followUp(id).review();
        give(id, new UserInput.Said("it still holds"));
        assertEquals(LoggedDecision.Status.REVISITED, logged(id).status());
        give(id, new UserInput.Said("undo"));
        assertEquals(LoggedDecision.Status.DECIDED, logged(id).status());
        assertEquals(planned, followUp(id).review());
        assertTrue(PostText.of(last(id)).contains("no longer noted that this still holds"), PostText.of(last(id)));
    }

    @Test
    void aChangedAnswerIsPlannedAnewAndOneThatNeedsNoReviewIsNot() {
        String id = decided();
        ask("2027-02-28T09:00:00Z");
        give(id, new UserInput.Filled(Map.of("length", "12")));
        assertEquals(LocalDate.of(2027, 8, 28), followUp(id).review(), "the verdict stays, and so does its review");
        give(id, answer("purpose", "noise"));
        assertNull(followUp(id).review(), "a no is not looked at again");
        give(id, answer("purpose", "birds"));
        assertNotNull(followUp(id).review());
    }

    @Test
    void whatPeopleChoseStays() {
        String id = decided();
        give(id, new UserInput.Said("review on 1 March 2028"));
        give(id, answer("purpose", "noise"));
        assertEquals(LocalDate.of(2028, 3, 1), followUp(id).review());
        String never = decided();
        give(never, new UserInput.Clicked(ConversationCommand.REVIEW.action()));
        assertNull(followUp(never).review());
        give(never, answer("purpose", "noise"));
        give(never, answer("purpose", "birds"));
        assertNull(followUp(never).review(), "no review was wanted");
    }

    @Test
    void whatRestsIsLeftInPeace() {
        String id = decided();
        give(id, new UserInput.Clicked(ConversationCommand.STOP.action()));
        int before = turns.posts(id).size();
        ask("2027-02-28T09:00:00Z");
        assertFalse(turns.posts(id).stream()
                .skip(before)
                .anyMatch(kept -> PostText.of(kept.post()).contains("look at this again")));
        assertEquals(0, ask("2027-03-01T09:00:00Z"));
    }
}
