package dev.tunewise.teams.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.session.outbox.Delivery.Outcome;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.storage.Database;
import dev.tunewise.teams.Stage;
import dev.tunewise.teams.TeamsModule;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Fault;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manners towards the connector: limits, waits, refusals, lost answers, tokens. */
class TeamsDeliveryTest {
    private final Stage.Time time = new Stage.Time();
    private final FakeTeams teams = new FakeTeams(time);
    private final TeamsDelivery delivery = TeamsModule.Out.of(
                    Stage.settings(teams, true), time, true, Stage.needs(teams, Database.inMemory()))
            .delivery();
    private final ConversationReference place = new ConversationReference(
            ConversationReference.Kind.CHANNEL,
            FakeTeams.TENANT,
            FakeTeams.CHANNEL,
            "100",
            new ConversationReference.Route(teams.at("/connector"), FakeTeams.BOT, FakeTeams.TEAM));

    @AfterEach
    void close() {
        teams.close();
    }

    private Outcome send(String replaces) {
        return send(place.address(), new Post.Thread(), replaces);
    }

    private Outcome send(Address address, Post.Place where, String replaces) {
        Post post = new Post("k", where, List.of(new Block.Paragraph(Text.plain("Hello"))), "Hello");
        return delivery.deliver(new Outbox.Item(1, "c1", 0, address, post, replaces, Outbox.Tries.NONE));
    }

    private String sent() {
        return assertInstanceOf(Outcome.Sent.class, send("")).reference();
    }

    @Test
    void editsInPlaceAndSendsAnewWhatWasDeleted() {
        String reference = sent();
        assertEquals(
                reference, assertInstanceOf(Outcome.Sent.class, send(reference)).reference());
        assertEquals(1, teams.messages().size());
        assertEquals(1, teams.messages().getFirst().edits());
        teams.delete(teams.messages().getFirst().id());
        String again = assertInstanceOf(Outcome.Sent.class, send(reference)).reference();
        assertFalse(again.equals(reference));
        assertEquals(1, teams.messages().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 412, 502, 503, 504})
    void waitsForWhatPasses(int status) {
        teams.next(Fault.wait(status, 7));
        Outcome.Later later = assertInstanceOf(Outcome.Later.class, send(""));
        assertEquals(Duration.ofSeconds(7), later.pause());
        // The whole conversation waits, not only this post.
        int calls = teams.calls().size();
        assertInstanceOf(Outcome.Later.class, send(""));
        assertEquals(calls, teams.calls().size());
        time.pass(Duration.ofSeconds(8));
        sent();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void givesUpWhatIsRefused(int status) {
        teams.next(Fault.status(status));
        assertInstanceOf(Outcome.Refused.class, send(""));
        assertEquals(1, teams.calls().size());
    }

    @Test
    void aBlockedBotDoesNotTryAgain() {
        teams.next(Fault.refused("MessageWritesBlocked"));
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, send(""));
        assertTrue(refused.reason().contains("403 MessageWritesBlocked"), refused.reason());
    }

    @Test
    void aMessageWhoseAnswerWasLostIsSentAgain() {
        teams.next(Fault.lost());
        Outcome.Later later = assertInstanceOf(Outcome.Later.class, send(""));
        assertTrue(later.uncertain());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void aProxyThatRefusesAndAServerThatFailsLoseNothing(int status) {
        teams.next(Fault.status(status));
        assertInstanceOf(Outcome.Later.class, send(""));
    }

    @Test
    void whatOthersTookOverMeanwhileIsNeitherSentNorEdited() {
        String reference = sent();
        for (String replaces : List.of("", reference)) {
            // Still held when it is first asked, and lost until the bytes would leave.
            Iterator<Boolean> held = List.of(true, false).iterator();
            Post post = new Post("k", new Post.Thread(), List.of(new Block.Paragraph(Text.plain("Late"))), "Late");
            Outbox.Item late =
                    new Outbox.Item(2, "c1", 0, place.address(), post, replaces, Outbox.Tries.NONE, false, held::next);
            assertInstanceOf(Outcome.Later.class, delivery.deliver(late));
            assertFalse(held.hasNext());
        }
        assertEquals(1, teams.messages().size());
        assertEquals(0, teams.messages().getFirst().edits());
    }

    @Test
    void anEditWhoseAnswerWasLostIsTriedAgain() {
        String reference = sent();
        teams.next(Fault.lost());
        assertInstanceOf(Outcome.Later.class, send(reference));
        time.pass(Duration.ofSeconds(5));
        assertInstanceOf(Outcome.Sent.class, send(reference));
        assertEquals(1, teams.messages().size());
    }

    @Test
    void anUnreachableConnectorIsTriedAgainBecauseNothingWasWritten() {
        teams.close();
        assertInstanceOf(Outcome.Later.class, send(""));
    }

    @Test
    void getsOneNewTokenWhenTheOldOneIsRefused() {
        sent();
        assertEquals(1, teams.tokens());
        teams.forgetTokens();
        sent();
        assertEquals(3, teams.tokens());
        assertEquals(2, teams.messages().size());
    }

    @Test
    void manyCallersShareOneTokenRequest() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = this::sent;
            for (var result : many.invokeAll(List.of(one, one, one, one, one))) {
                assertFalse(result.get().isEmpty());
            }
        }
        assertEquals(1, teams.tokens());
    }

    @Test
    void tokensAreFetchedAnewFiveMinutesBeforeTheyEnd() {
        sent();
        time.pass(Duration.ofMinutes(54));
        sent();
        assertEquals(1, teams.tokens());
        time.pass(Duration.ofMinutes(2));
        sent();
        assertEquals(2, teams.tokens());
    }

    @Test
    void waitsWhileTheTokenServerIsDown() {
        teams.tokenServerDown(true);
        Outcome.Later later = assertInstanceOf(Outcome.Later.class, send(""));
        assertFalse(later.reason().contains("the secret"));
        teams.tokenServerDown(false);
        time.pass(Duration.ofSeconds(5));
        sent();
    }

    @Test
    void keepsWithinTheLimitOfAThread() {
        for (int i = 0; i < 7; i++) {
            sent();
        }
        assertInstanceOf(Outcome.Later.class, send(""));
        assertEquals(7, teams.messages().size());
        Address other = place.withThread("200").address();
        assertInstanceOf(Outcome.Sent.class, send(other, new Post.Thread(), ""));
        time.pass(Duration.ofSeconds(2));
        sent();
    }

    @Test
    void sendsNothingToStrangeAddresses() {
        Address strange = new ConversationReference(
                        place.kind(),
                        place.tenant(),
                        place.room(),
                        "1",
                        new ConversationReference.Route("https://evil.example", FakeTeams.BOT, ""))
                .address();
        assertInstanceOf(Outcome.Refused.class, send(strange, new Post.Thread(), ""));
        assertEquals(0, teams.tokens());
    }

    @Test
    void aRootWithoutAThreadOpensAPostAndNamesItsThread() {
        Outcome.Sent sent =
                assertInstanceOf(Outcome.Sent.class, send(place.withThread("").address(), new Post.Root(), ""));
        String id = teams.messages().getFirst().id();
        assertEquals(id, sent.address().thread());
        assertEquals(FakeTeams.CHANNEL + ";messageid=" + id + " " + id, sent.reference());
        assertEquals(List.of(), teams.complaints());
    }

    @Test
    void aPrivateNoteIsForOnePerson() {
        assertInstanceOf(Outcome.Sent.class, send(place.address(), new Post.Private("29:ana"), ""));
        assertEquals("29:ana", teams.messages().getFirst().person());
    }
}
