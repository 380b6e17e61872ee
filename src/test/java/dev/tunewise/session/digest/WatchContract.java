package dev.tunewise.session.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.session.log.DueReviews;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.session.turn.Proposer;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.session.turn.TurnService;
import dev.tunewise.session.turn.TurnTraffic;
import dev.tunewise.storage.Database;
import dev.tunewise.testing.PostText;
import dev.tunewise.testing.ShippedMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When prices change, decisions whose figures move by more than a room chose are told of, once, and one a room and day. */
abstract class WatchContract {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Author ANA = new Author("U1", "Ana");
    private static final String TOLD = "This was computed again";

    private final Database stores;
    private final AtomicInteger number = new AtomicInteger();
    private final TeamSettings settings;
    private final SummaryRouter summaries;

    @TempDir
    Path folder;

    WatchContract(Database stores) {
        this.stores = stores;
        settings = new TeamSettings(stores.settings(), WorkspaceDirectory.local(), stores.audit());
        summaries = new SummaryRouter(settings, WorkspaceDirectory.local(), ThreadLinks.none(), "");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private TurnService turns(ConversationEngine machine) {
        return new TurnService(
                stores.conversations(),
                _ -> Optional.of(machine),
                StateCache.recent(5),
                Proposer.NONE,
                summaries,
                () -> "c" + number.incrementAndGet(),
                new TurnTraffic(() -> {}));
    }

    private WatchService watch(ConversationEngine machine) {
        return new WatchService(
                stores.decisions(),
                stores.conversations(),
                _ -> Optional.of(machine),
                settings,
                new WatchedRooms(stores.announcements(), summaries),
                turns(machine),
                new WatchReplies(Messages.english()),
                (_, e) -> {
                    throw e;
                });
    }

    private Address decide(String room) {
        TurnService turns = turns(ShippedMachine.now());
        int count = number.incrementAndGet();
        Address address = new Address("slack", "T1", room, "t" + count, "");
        turns.open(
                "fine-tuning",
                address,
                new InboundEvent("open" + count, ANA, NOW, "", new UserInput.Opened("Tickets")));
        ShippedMachine.decide(turns, digest(address).id(), NOW);
        assertEquals(LoggedDecision.Status.DECIDED, digest(address).logged().status());
        return address;
    }

    private void say(Address address, String text) {
        turns(ShippedMachine.now())
                .take(
                        digest(address).id(),
                        new InboundEvent("say" + number.incrementAndGet(), ANA, NOW, "", new UserInput.Said(text)));
    }

    private ConversationSummary digest(Address address) {
        return stores.conversations().digest(address).orElseThrow();
    }

    private List<String> told(Address address) {
        return stores.conversations().posts(digest(address).id()).stream()
                .map(kept -> PostText.of(kept.post()))
                .filter(text -> text.contains(TOLD))
                .toList();
    }

    private ConversationEngine halved() throws IOException {
        return ShippedMachine.changed(folder, "1.5", "7.5");
    }

    @Test
    void threadAndLogSayOnceWhatMovedAndWhy() throws IOException {
        Address at = decide("C1");
        assertEquals(1, watch(ShippedMachine.now()).look("shipped", NOW, 10));
        assertEquals(List.of(), told(at), "nothing changed");
        LoggedDecision before = digest(at).logged();

        watch(halved()).look("halved", NOW.plus(DAY.multipliedBy(2)), 10);
        assertEquals(1, told(at).size());
        String text = told(at).getFirst();
        FollowUp.Moved moved = digest(at).logged().followUp().moved();
        assertNotNull(moved);
        assertEquals("prices have changed", moved.cause());
        assertTrue(text.contains(moved.cause()) && text.contains(moved.before()) && text.contains(moved.now()), text);
        assertTrue(moved.before().contains("a month") && moved.now().contains("a month"), text);
        assertTrue(!moved.before().equals(moved.now()), text);
        assertTrue(moved.before().contains("wrong answers counted only where somebody said what one costs"), text);
        assertTrue(
                moved.now()
                        .matches(
                                "(?s).* a month .* with “.*”.*; (?:it|“.*”) beats what is done today from [\\d,]+ calls a day.*"),
                text);
        assertEquals(LoggedDecision.Status.REVISITED, digest(at).logged().status());
        assertTrue(!before.equals(digest(at).logged()));

        watch(halved()).look("halved", NOW.plus(DAY.multipliedBy(4)), 10);
        assertEquals(1, told(at).size(), "it is told once");
    }

    @Test
    void theChannelForSummariesHearsOfItToo() throws IOException {
        settings.setForRoom(
                new Address("slack", "T1", "C1", "", ""), TeamSettings.Name.SUMMARY_CHANNEL, "C9", ANA, NOW, "");
        Address at = decide("C1");
        watch(halved()).look("halved", NOW.plus(DAY), 10);
        List<String> notes = changes(at);
        assertEquals(1, notes.size(), notes.toString());
        FollowUp.Moved moved = digest(at).logged().followUp().moved();
        assertNotNull(moved);
        String note = notes.getFirst();
        assertTrue(note.contains("moved: prices have changed"), note);
        assertTrue(note.contains("Before: " + moved.before()) && note.contains("Now: " + moved.now()), note);
    }

    @Test
    void whatSomebodyChangesLaterIsNotToldAsTheWatchsDoing() throws IOException {
        settings.setForRoom(
                new Address("slack", "T1", "C1", "", ""), TeamSettings.Name.SUMMARY_CHANNEL, "C9", ANA, NOW, "");
        Address at = decide("C1");
        watch(halved()).look("halved", NOW.plus(DAY), 10);
        int before = changes(at).size();
        say(at, "We get 100 tickets a day.");
        List<String> notes = changes(at);
        assertTrue(notes.size() > before, notes.toString());
        assertFalse(notes.getLast().contains("prices have changed"), notes.getLast());
    }

    private List<String> changes(Address at) {
        return stores.conversations().posts(digest(at).id()).stream()
                .map(ConversationStore.Kept::post)
                .filter(post -> post.key().startsWith("summary-change:"))
                .map(PostText::of)
                .toList();
    }

    @Test
    void aRoomHearsOfOneDecisionADayAndTheOthersFollow() throws IOException {
        Address one = decide("C1");
        Address two = decide("C1");
        Address elsewhere = decide("C2");
        WatchService watch = watch(halved());
        watch.look("halved", NOW, 10);
        assertEquals(1, told(one).size() + told(two).size());
        assertEquals(1, told(elsewhere).size());
        assertEquals(0, watch.look("halved", NOW.plus(Duration.ofHours(13)), 10), "it rests until the next day");
        watch.look("halved", NOW.plus(DAY), 10);
        assertEquals(1, told(one).size());
        assertEquals(1, told(two).size());
        assertEquals(0, watch.look("halved", NOW.plus(DAY.multipliedBy(9)), 10), "and then until something changes");
    }

    @Test
    void aChangedFlowIsToldAsTheCause() throws IOException {
        Address at = decide("C1");
        say(at, "review on 1 May 2027");
        ConversationEngine same =
                ShippedMachine.rewritten(folder.resolve("same"), "# 6. The prompt rung", "# 6. Prompt");
        assertEquals(1, watch(same).look("comment", NOW, 10));
        assertEquals(List.of(), told(at), "another edition with the same answer");
        ConversationEngine other = ShippedMachine.rewritten(
                folder.resolve("other"), "\"size(prompt_work) == 0 && !only_costs\"", "\"size(prompt_work) <= 3\"");
        watch(other).look("rule", NOW.plus(DAY), 10);
        assertEquals(1, told(at).size());
        FollowUp.Moved moved = digest(at).logged().followUp().moved();
        assertNotNull(moved);
        assertEquals("the rules of this consultation have changed", moved.cause());
        assertTrue(!moved.before().equals(moved.now()), moved.now());

        DueReviews reviews = new DueReviews(
                stores.decisions(),
                turns(other),
                ZoneOffset.UTC,
                LocalTime.of(9, 0),
                _ -> false,
                new Owners(stores.decisions(), WorkspaceDirectory.local(), turns(other)),
                (_, e) -> {
                    throw e;
                });
        assertEquals(1, reviews.ask(NOW.plus(DAY.multipliedBy(200))));
        Post review = stores.conversations().posts(digest(at).id()).getLast().post();
        String text = PostText.of(review);
        assertTrue(text.contains("On 28 November 2026 it was computed again: " + moved.cause()), text);
        assertTrue(text.contains("Before: " + moved.before()) && text.contains("Now: " + moved.now()), text);
        Block.Form form = review.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow();
        assertTrue(
                form.inputs().stream()
                        .anyMatch(input -> input.fact().equals("examples")
                                && input.current().equals("800")),
                "the answers of then: " + form);
    }

    @Test
    void aRestartLooksOnlyAtWhatWasNotSettled() throws IOException {
        Address one = decide("C1");
        Address two = decide("C1");
        Address still = decide("C2");
        settings.setForRoom(still, TeamSettings.Name.WATCH, "900 %", ANA, NOW, "");
        ConversationEngine less = ShippedMachine.changed(folder, "2.9", "14.5");
        assertEquals(3, watch(less).look("less", NOW, 10));
        assertEquals(0, watch(less).look("less", NOW.plus(DAY), 10), "nothing moved by so much");
        assertEquals(3, watch(halved()).look("halved", NOW.plus(DAY), 10));
        assertEquals(1, told(one).size() + told(two).size());
        assertEquals(1, watch(halved()).look("halved", NOW.plus(DAY.multipliedBy(2)), 10), "the one that had to wait");
        assertEquals(2, told(one).size() + told(two).size());
        assertEquals(0, watch(halved()).look("halved", NOW.plus(DAY.multipliedBy(3)), 10));
    }

    @Test
    void ofSeveralProcessesOneTells() throws IOException {
        Address at = decide("C1");
        WatchService first = watch(halved());
        WatchService second = watch(halved());
        first.look("halved", NOW, 10);
        second.look("halved", NOW, 10);
        second.look("halved", NOW.plus(DAY), 10);
        assertEquals(1, told(at).size());
    }

    @Test
    void whatARoomChoseCounts() throws IOException {
        Address quiet = decide("C1");
        Address patient = decide("C2");
        settings.setForRoom(quiet, TeamSettings.Name.WATCH, Choice.OFF, ANA, NOW, "");
        settings.setForRoom(patient, TeamSettings.Name.WATCH, "900 %", ANA, NOW, "");
        // A few percent: the same option stays the best.
        watch(ShippedMachine.changed(folder, "2.9", "14.5")).look("less", NOW, 10);
        assertEquals(List.of(), told(quiet));
        assertEquals(List.of(), told(patient));
        assertNull(digest(quiet).logged().followUp().moved());
        watch(halved()).look("halved", NOW, 10);
        assertEquals(List.of(), told(quiet), "off is off");
    }
}
