package dev.tunewise.storage;

import static dev.tunewise.storage.Samples.LOCAL;
import static dev.tunewise.storage.Samples.NOON;
import static dev.tunewise.storage.Samples.ROOM;
import static dev.tunewise.storage.Samples.conversation;
import static dev.tunewise.storage.Samples.digest;
import static dev.tunewise.storage.Samples.entry;
import static dev.tunewise.storage.Samples.post;
import static dev.tunewise.storage.Samples.room;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.money.Range;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.Backlog;
import dev.tunewise.session.lease.StuckWork;
import dev.tunewise.session.outbox.Delivery;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Appended;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.SecretStore;
import dev.tunewise.session.store.WorkspaceSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every kind of storage promises. A subclass opens one and passes it to {@link #use}. */
@Timeout(value = 30, unit = SECONDS)
abstract class StoresContract implements InstantSource {
    private static final Instant LATER = NOON.plusSeconds(60);

    private Database stores;
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void use(Database opened) {
        stores = opened;
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsAConsultationWithItsFirstEntry() {
        Address address = new Address("slack", "T1", "C1", "171.5", "{\"x\":1}");
        Appended appended = stores.conversations()
                .create(conversation("a", address), digest("a", address), entry("k1"), List.of(post("p", "Hello")));

        assertEquals(new Appended.Done(1), appended);
        Conversation kept = new Conversation("a", "fine-tuning", address, NOON, 1, List.of(entry("k1")));
        assertEquals(Optional.of(kept), stores.conversations().find("a"));
        assertEquals(
                List.of(new Kept(0, 0, NOON, post("p", "Hello"))),
                stores.conversations().posts("a"));
    }

    @Test
    void addsEntriesAndPostsInOrder() {
        open("a", LOCAL, post("root", "one"), post("q", "two"));
        Appended appended = stores.conversations()
                .append("a", 1, digest("a", LOCAL, "t", LATER), entry("k2"), List.of(post("q", "three")));

        assertEquals(new Appended.Done(2), appended);
        assertEquals(
                List.of(entry("open-a"), entry("k2")),
                stores.conversations().find("a").orElseThrow().entries());
        assertEquals(
                List.of(
                        new Kept(0, 0, NOON, post("root", "one")),
                        new Kept(1, 0, NOON, post("q", "two")),
                        new Kept(2, 1, LATER, post("q", "three"))),
                stores.conversations().posts("a"));
    }

    @Test
    void givesTheLastVersionOfEachPostInThePlaceOfItsFirst() {
        open("a", LOCAL, post("root", "one"), post("q", "two"));
        stores.conversations()
                .append(
                        "a",
                        1,
                        digest("a", LOCAL, "t", LATER),
                        entry("k2"),
                        List.of(post("say:1", "three"), post("root", "four")));

        assertEquals(
                List.of(post("root", "four"), post("q", "two"), post("say:1", "three")),
                stores.conversations().newest("a"));
    }

    @Test
    void knowsWhetherAChannelWasToldSomething() {
        Post elsewhere =
                new Post("summary:C9", new Post.Elsewhere("C9"), post("p", "x").blocks(), "x");
        open("a", LOCAL, post("summary:C8", "in the thread"), elsewhere);

        assertTrue(stores.conversations().told("a", key -> key.startsWith("summary:")));
        assertFalse(stores.conversations().told("a", "summary:C8"::equals));
        assertFalse(stores.conversations().told("a", "broadcast"::equals));
        assertFalse(stores.conversations().told("nobody", _ -> true));
    }

    @Test
    void knowsNothingOfWhatWasNeverKept() {
        assertEquals(Optional.empty(), stores.conversations().find("nobody"));
        assertEquals(Optional.empty(), stores.conversations().digest(LOCAL));
        assertEquals(List.of(), stores.conversations().posts("nobody"));
        assertEquals(List.of(), stores.conversations().list("web", "local", 10));
    }

    @Test
    void takesAnEventOnlyOnce() {
        open("a", LOCAL);
        append("a", 1, "k2");

        assertEquals(new Appended.Duplicate("a"), append("a", 2, "k2"));
        assertEquals(new Appended.Duplicate("a"), append("a", 1, "k2"));
        assertEquals(2, stores.conversations().find("a").orElseThrow().version());
        assertEquals(new Appended.Done(3), append("a", 2, "k3"));
    }

    @Test
    void opensAConsultationOnlyOnceForAnEvent() {
        open("a", ROOM, post("p", "Hello"));
        Appended again = stores.conversations()
                .create(conversation("b", ROOM), digest("b", ROOM), entry("open-a"), List.of(post("p", "Hello")));

        assertEquals(new Appended.Duplicate("a"), again);
        assertEquals(Optional.empty(), stores.conversations().find("b"));
        assertEquals(1, stores.outbox().waiting());
    }

    @Test
    void tellsEqualKeysOfTwoWorkspacesApart() {
        Address here = new Address("slack", "T1", "C1", "1", "");
        Address there = new Address("slack", "T2", "C1", "1", "");
        stores.conversations().create(conversation("a", here), digest("a", here), entry("k"), List.of());
        Appended other =
                stores.conversations().create(conversation("b", there), digest("b", there), entry("k"), List.of());

        assertEquals(new Appended.Done(1), other);
        assertEquals("a", stores.conversations().digest(here).orElseThrow().id());
        assertEquals("b", stores.conversations().digest(there).orElseThrow().id());
    }

    @Test
    void refusesAStepMadeOnAnOldVersion() {
        open("a", LOCAL);
        append("a", 1, "k2");
        Appended late = stores.conversations()
                .append("a", 1, digest("a", LOCAL, "late", LATER), entry("k3"), List.of(post("p", "late")));

        assertEquals(new Appended.Conflict(2), late);
        assertEquals(2, stores.conversations().find("a").orElseThrow().version());
        assertEquals(0, stores.outbox().waiting());
        assertEquals(
                "drifting classifier",
                stores.conversations().list("web", "local", 1).getFirst().title());
    }

    @Test
    void refusesAStepOfAConsultationThatIsGone() {
        assertEquals(new Appended.Conflict(0), append("gone", 3, "k"));
    }

    @Test
    void findsAConsultationInItsThreadOnceTheThreadIsKnown() {
        Address before = new Address("slack", "T1", "C1", "", "");
        Address after = new Address("slack", "T1", "C1", "171.5", "details");
        open("a", before, post("p", "Hello"), post("q", "What for?"));
        stores.outbox().sent(take(NOON).getFirst(), "171.5", after);

        assertEquals(Optional.empty(), stores.conversations().digest(before));
        assertEquals(after, stores.conversations().digest(after).orElseThrow().address());
        assertEquals(after, take(NOON).getFirst().address());
    }

    @Test
    void findsTheNewestOfSeveralConsultationsInOnePlace() {
        open("old", LOCAL);
        Conversation newer = new Conversation("new", "fine-tuning", LOCAL, LATER, 0, List.of());
        stores.conversations().create(newer, digest("new", LOCAL), entry("open-new"), List.of());

        assertEquals("new", stores.conversations().digest(LOCAL).orElseThrow().id());
    }

    @Test
    void listsTheNewestChangeFirst() {
        for (String id : List.of("a", "b", "c")) {
            open(id, Address.local("web", id));
        }
        open("elsewhere", Address.local("terminal", "b"));
        ConversationSummary concluded = new ConversationSummary(
                "a",
                "fine-tuning",
                Address.local("web", "a"),
                "t",
                ConversationSummary.State.CONCLUDED,
                "not-yet",
                "Not yet.",
                "USD 120",
                NOON,
                LATER,
                OpenDecision.LOGGED);
        stores.conversations().append("a", 1, concluded, entry("k"), List.of());

        List<ConversationSummary> listed = stores.conversations().list("web", "local", 2);
        assertEquals(
                List.of("a", "b"), listed.stream().map(ConversationSummary::id).toList());
        assertEquals(concluded, listed.getFirst());
    }

    @Test
    void theLongestNamesAndMostWordsAreKeptAndFound() {
        String room = letters(200, 'a', 26);
        Author owner = new Author(letters(200, 0x4E00, 20_000), letters(80, 0x4E00, 20_000));
        Address address = new Address("slack", "T1", room, "1", "d");
        open("long", address);
        String title =
                IntStream.range(0, 80).mapToObj(i -> letters(12, 'a', 26)).collect(Collectors.joining(" "));
        LoggedDecision logged = new LoggedDecision(
                LoggedDecision.Status.DECIDED,
                NOON,
                List.of("Ada"),
                null,
                null,
                FollowUp.NONE.owned(owner),
                false,
                "",
                false);
        stores.conversations()
                .append("long", 1, digest("long", address, title, LATER).logged(logged), entry("k2"), List.of());
        Filter all = Filter.of(List.of(Place.EVERYWHERE), 10);
        assertEquals(List.of("long"), ids(stores.decisions().list(all.ownedBy(owner.id()))));
        assertEquals(List.of("long"), ids(stores.decisions().list(all.about(title.substring(0, 25)))));
    }

    /** Letters by chance, which no database packs. */
    private static String letters(int count, int first, int kinds) {
        Random random = new Random(count + kinds);
        return IntStream.range(0, count)
                .mapToObj(_ -> Character.toString(first + random.nextInt(kinds)))
                .collect(Collectors.joining());
    }

    @Test
    void theLogIsFoundByPlaceStatusOwnerDayAndWords() {
        for (String room : List.of("C1", "C2", "C3")) {
            open(room, new Address("slack", "T1", room, "1", "d" + room));
        }
        open("web", LOCAL);
        LoggedDecision decided = new LoggedDecision(
                LoggedDecision.Status.DECIDED,
                NOON,
                List.of("Ada"),
                Range.of(-1, 2.5, 10),
                null,
                FollowUp.NONE.owned(new Author("U7", "Zo\u00eb")).reviewed(LocalDate.of(2027, 3, 1)),
                false,
                "",
                false);
        Address c2 = new Address("slack", "T1", "C2", "1", "dC2");
        stores.conversations()
                .append("C2", 1, digest("C2", c2, "a hedge", LATER).logged(decided), entry("k2"), List.of());
        DecisionLog log = stores.decisions();
        Filter all = Filter.of(List.of(Place.EVERYWHERE), 10);
        assertEquals(4, log.list(all).size());
        assertEquals("C2", log.list(all).getFirst().id(), "the newest change first");
        assertEquals(
                Map.of(LoggedDecision.Status.OPEN, 3L, LoggedDecision.Status.DECIDED, 1L),
                log.counts(all).found());
        assertEquals(
                Optional.of(Range.of(-1, 2.5, 10).likely()),
                log.gain(all).map(gain -> gain.likely().stripTrailingZeros()));
        LoggedDecision waiting = new LoggedDecision(
                decided.status(),
                decided.decidedAt(),
                decided.people(),
                decided.gain(),
                null,
                decided.followUp(),
                false,
                "",
                true);
        stores.conversations()
                .append("C2", 2, digest("C2", c2, "a hedge", LATER).logged(waiting), entry("k2a"), List.of());
        assertEquals(Optional.empty(), log.gain(all), "what comes only after something else is no gain yet");
        assertEquals(List.of(), ids(log.list(all.standing(Set.of(LoggedDecision.Status.REVISITED)))));
        LoggedDecision both = logged(
                LoggedDecision.Status.ACTED_ON, decided.followUp().actedOn(NOON).revisited(LATER));
        stores.conversations()
                .append("C2", 3, concluded(digest("C2", c2, "a hedge", LATER), both), entry("k2b"), List.of());
        for (LoggedDecision.Status status : both.found()) {
            assertEquals(List.of("C2"), ids(log.list(all.standing(Set.of(status)))), "found by both");
            assertEquals(
                    new DecisionLog.Counts(
                            1, Map.of(LoggedDecision.Status.ACTED_ON, 1L, LoggedDecision.Status.REVISITED, 1L)),
                    log.counts(all.standing(Set.of(status))));
        }
        assertEquals(4, log.counts(all).total());
        assertEquals(List.of("C2"), ids(log.unwatched("now", "", 10)));
        stores.conversations()
                .append("C2", 4, digest("C2", c2, "a hedge", LATER).logged(waiting), entry("k2c"), List.of());
        Filter team = Filter.of(List.of(new Place("slack", "T1", Set.of())), 10);
        assertEquals(3, log.list(team).size());
        assertEquals(1, log.list(team.page(2, 10)).size());
        Filter rooms = Filter.of(List.of(new Place("slack", "T1", Set.of("C2", "C3"))), 10);
        assertEquals(2, log.list(rooms).size());
        assertEquals(List.of("C2"), ids(log.list(rooms.standing(Set.of(LoggedDecision.Status.DECIDED)))));
        assertEquals(List.of("C2"), ids(log.list(all.ownedBy("U7"))));
        assertEquals(List.of("C2"), ids(log.list(all.dueBy(LocalDate.of(2027, 3, 1)))));
        assertEquals(List.of(), ids(log.list(all.dueBy(LocalDate.of(2027, 2, 28)))));
        assertEquals(List.of("C2"), ids(log.list(all.decided(NOON, LATER))));
        assertEquals(List.of(), ids(log.list(all.decided(LATER, null))));
        assertEquals(List.of("C2"), ids(log.list(all.about("zo\u00cb hedge"))));
        assertEquals(List.of(), ids(log.list(all.about("nothing of the kind"))));
        assertEquals(List.of("C2"), ids(log.list(all.about("HED Zoe"))), "beginnings, without case and accents");
        assertEquals(List.of(), ids(log.list(all.about("edge"))));
        assertEquals(List.of(), ids(log.list(all.about("?!"))));
        assertEquals(List.of("C2"), ids(log.list(rooms.about("hedge"))));
        assertEquals(
                Map.of(LoggedDecision.Status.DECIDED, 1L),
                log.counts(all.about("hedge zoe")).found());
        assertEquals(Map.of(), log.counts(all.about("?!")).found());
        assertEquals(
                Map.of(LoggedDecision.Status.DECIDED, 1L),
                log.counts(all.about("hedge ".repeat(2_000))).found());
        String many = IntStream.range(0x4E00, 0x4E00 + 3_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertEquals(List.of(), ids(log.list(all.about("hedge " + many))), "however many words");
        assertEquals(Map.of(), log.counts(all.about("hedge " + many)).found());
        assertEquals(List.of("C2"), ids(log.list(all.about("hedge zoe ".repeat(2_000)))));
        assertEquals(List.of(), ids(log.list(rooms.about("hedge").standing(Set.of(LoggedDecision.Status.OPEN)))));
        assertEquals(
                List.of("dC1", "dC2", "dC3"),
                log.rooms("slack", "T1").stream().map(Address::details).toList());
        assertEquals(List.of(), log.rooms("slack", "T2"));
        assertEquals(4, log.rooms("", "").size(), "of all channels and workspaces");
        assertEquals(List.of("C1"), ids(log.stalled(new Address("slack", "T1", "C1", "", ""), LATER, 5)));
        assertEquals(List.of(), ids(log.stalled(c2, NOON, 5)));
    }

    private static ConversationSummary concluded(ConversationSummary open, LoggedDecision logged) {
        return new ConversationSummary(
                open.id(),
                open.flow(),
                open.address(),
                open.title(),
                ConversationSummary.State.CONCLUDED,
                "no",
                "No.",
                "",
                open.createdAt(),
                open.updatedAt(),
                logged);
    }

    private static LoggedDecision logged(LoggedDecision.Status status, FollowUp followUp) {
        return new LoggedDecision(status, NOON, List.of("Ada"), null, null, followUp, false, "", false);
    }

    private static List<String> ids(List<ConversationSummary> found) {
        return found.stream().map(ConversationSummary::id).toList();
    }

    @Test
    void anAnnouncementIsKeptOnce() {
        open("a", ROOM);
        Announcements announcements = stores.announcements();
        long before = stores.outbox().waiting();
        assertTrue(announcements.make("digest:1", NOON, "a", List.of(post("digest:1", "Hello"))));
        assertFalse(announcements.make("digest:1", NOON, "a", List.of(post("digest:1", "Hello"))));
        assertTrue(announcements.make("quiet", NOON, "", List.of()));
        assertTrue(announcements.made("digest:1") && announcements.made("quiet") && !announcements.made("other"));
        assertEquals(before + 1, stores.outbox().waiting());
    }

    @Test
    void keepsTheLogOfDecisionsBesideTheConsultation() {
        open("a", LOCAL);
        FollowUp followUp = FollowUp.NONE
                .owned(new Author("U7", "Zo\u00eb"))
                .reviewed(LocalDate.of(2027, 3, 1))
                .actedOn(LATER)
                .reported(new FollowUp.Outcome(new BigDecimal("81.5"), null, null, BigDecimal.TEN, "Zo\u00eb", LATER));
        LoggedDecision logged = new LoggedDecision(
                LoggedDecision.Status.ACTED_ON,
                NOON,
                List.of("Ada", "Zo\u00eb"),
                Range.of(-10.5, 20, 1200.25),
                new LoggedDecision.Footing("few-shot", "A small model", "Tuned", BigDecimal.TEN, "p", "f"),
                followUp,
                true,
                "Yes, above a cost of an error",
                false);
        stores.conversations().append("a", 1, digest("a", LOCAL).logged(logged), entry("k"), List.of());

        ConversationSummary listed =
                stores.conversations().list("web", "local", 1).getFirst();
        assertEquals(logged, listed.logged());
        assertEquals(OpenDecision.LOGGED, digest("b", LOCAL).logged());
    }

    @Test
    void findsTheConsultationsOfARoomHoweverManyOthersAreNewer() {
        Address home = new Address("slack", "T1", "C1", "1", "");
        open("here", home);
        for (int i = 0; i < 600; i++) {
            open("other" + i, new Address("slack", "T1", "C2", "t" + i, ""));
        }
        Set<ConversationSummary.State> any = Set.of(ConversationSummary.State.values());
        assertEquals(
                List.of("here"),
                stores.conversations().inRooms("slack", "T1", Set.of("C1"), any, 10).stream()
                        .map(ConversationSummary::id)
                        .toList());
        assertEquals(
                7,
                stores.conversations()
                        .inRooms("slack", "T1", Set.of("C1", "C2"), any, 7)
                        .size());
        assertEquals(
                List.of(),
                stores.conversations()
                        .inRooms("slack", "T1", Set.of("C1"), Set.of(ConversationSummary.State.STOPPED), 10));
        assertEquals(List.of(), stores.conversations().inRooms("slack", "T1", Set.of(), any, 10));
        assertEquals(Optional.of("here"), stores.conversations().digest(home).map(ConversationSummary::id));
        assertEquals(Optional.empty(), stores.conversations().digest(new Address("slack", "T1", "C1", "2", "")));
    }

    @Test
    void forgetsAWorkspaceAndNoOther() {
        Address here = new Address("slack", "T1", "C1", "1", "");
        Address there = new Address("slack", "T2", "C1", "1", "");
        for (Address address : List.of(here, there)) {
            open(address.workspace(), address, post("p", "Hello"));
            stores.settings().put("slack", address.workspace(), "C1", "summary", "on");
            stores.secrets().put("slack", address.workspace(), "installation", "bot", "token");
        }
        stores.erasure().purge("slack", "T1");

        assertEquals(Optional.empty(), stores.conversations().find("T1"));
        assertEquals(List.of(), stores.conversations().posts("T1"));
        assertEquals(Map.of(), stores.settings().all("slack", "T1", "C1"));
        assertEquals(Optional.empty(), stores.secrets().get("slack", "T1", "installation", "bot"));
        assertTrue(stores.conversations().find("T2").isPresent());
        assertEquals(Map.of("summary", "on"), stores.settings().all("slack", "T2", "C1"));
        assertEquals(Optional.of("token"), stores.secrets().get("slack", "T2", "installation", "bot"));
        assertEquals(1, stores.outbox().waiting());
        assertEquals(new Appended.Done(1), open("T1", here));
    }

    @Test
    void forgetsWhatIsMeantAndNothingElse() {
        Address here = new Address("teams", "T1", "C1", "1", "channel http://x bot team-a");
        Address beside = new Address("teams", "T1", "C2", "1", "channel http://x bot other-team-a");
        open("here", here, post("p", "Hello"));
        open("beside", beside, post("p", "Hello"));
        stores.settings().put("teams", "T1", "C1", "summary", "on");
        stores.settings().put("teams", "T1", "*team-a", "retention", "30");
        assertEquals(List.of(), stores.erasure().forget(new Erasure.OfThread("nobody"), NOON));
        assertEquals(List.of("here"), stores.erasure().forget(new Erasure.OfPart("teams", "T1", "team-a"), NOON));
        assertEquals(Optional.empty(), stores.conversations().find("here"));
        assertEquals(List.of(), stores.conversations().posts("here"));
        assertTrue(stores.conversations().find("beside").isPresent());
        assertEquals(1, stores.outbox().waiting());
        Instant late = NOON.plus(Duration.ofDays(365));
        assertEquals(List.of(), stores.erasure().forget(new Erasure.Unchanged("teams", "T1", "", Instant.EPOCH), late));
        assertEquals(List.of("beside"), stores.erasure().forget(new Erasure.Unchanged("teams", "T1", "", late), late));
    }

    @Test
    void forgetsWhatOnePersonSaid() {
        open("alone", LOCAL, post("p", "Hello"));
        String person = stores.conversations()
                .find("alone")
                .orElseThrow()
                .entries()
                .getFirst()
                .author()
                .id();
        assertEquals(
                List.of(),
                stores.erasure().forget(new Erasure.OfPerson(LOCAL.channel(), LOCAL.workspace(), "nobody"), NOON));
        assertEquals(
                List.of("alone"),
                stores.erasure().forget(new Erasure.OfPerson(LOCAL.channel(), LOCAL.workspace(), person), NOON));
        assertEquals(Optional.empty(), stores.conversations().find("alone"), "nobody else took part");
    }

    @Test
    void losesNoStepOfManyAtOnce() throws Exception {
        open("a", LOCAL);
        int people = 4;
        int steps = 8;
        together(people, person -> {
            for (int step = 0; step < steps; step++) {
                String key = person + "-" + step;
                long version = 1;
                while (!Thread.interrupted()
                        && append("a", version, key, post("p" + key, key)) instanceof Appended.Conflict conflict) {
                    version = conflict.version();
                }
            }
            return person;
        });

        Conversation kept = stores.conversations().find("a").orElseThrow();
        assertEquals(1 + people * steps, kept.version());
        assertEquals(
                kept.version(),
                kept.entries().stream().map(e -> e.key()).distinct().count());
        List<Kept> posts = stores.conversations().posts("a");
        for (int i = 0; i < posts.size(); i++) {
            Kept post = posts.get(i);
            assertEquals(i, post.sequence());
            assertEquals(
                    "p" + kept.entries().get((int) post.entry()).key(),
                    post.post().key());
        }
        assertEquals(people * steps, posts.size());
    }

    @Test
    void takesOneOfManyEqualEventsAtOnce() throws Exception {
        open("a", LOCAL);
        List<Appended> outcomes = together(6, person -> {
            Appended appended = append("a", 1, "same", post("p", "once"));
            return appended instanceof Appended.Conflict conflict
                    ? append("a", conflict.version(), "same", post("p", "once"))
                    : appended;
        });

        assertEquals(
                1, outcomes.stream().filter(Appended.Done.class::isInstance).count());
        assertEquals(
                5, outcomes.stream().filter(new Appended.Duplicate("a")::equals).count());
        assertEquals(1, stores.conversations().posts("a").size());
    }

    @Test
    void postsThatNobodyHasToSendAreSettledWithTheirTurn() {
        open("a", LOCAL, post("1", "first"), post("2", "second"));
        append("a", 1, "k2", post("1", "third"));

        assertEquals(0, stores.outbox().waiting());
        assertEquals(List.of(), take(LATER));
        assertEquals(Optional.empty(), stores.outbox().reference("a", "1"));
        assertEquals(3, stores.conversations().posts("a").size());
    }

    @Test
    void sendsThePostsOfAConsultationInOrder() {
        open("a", ROOM, post("1", "first"), post("2", "second"));

        Outbox.Item first = take(NOON).getFirst();
        assertEquals("first", first.post().plain());
        assertEquals(List.of(), take(LATER));
        stores.outbox().sent(first, "ref", first.address());
        assertEquals("second", take(NOON).getFirst().post().plain());
    }

    @Test
    void holdsUpOnlyTheConsultationThatCannotBeSent() {
        open("a", room("a"), post("1", "a first"), post("2", "a second"));
        open("b", room("b"), post("1", "b first"));
        Outbox.Item stuck = take(NOON, 1).getFirst();
        stores.outbox().later("me", stuck.id(), Duration.ofSeconds(60), "rate limited", false);

        assertEquals(
                List.of("b first"),
                take(NOON).stream().map(item -> item.post().plain()).toList());
        Outbox.Item again = take(LATER, 1).getFirst();
        assertEquals("a first", again.post().plain());
        assertEquals(new Outbox.Tries(1, false, Duration.ofSeconds(60), false), again.tries());
        stores.outbox().dropped(again.id(), "channel is archived");
        assertEquals("a second", take(LATER, 1).getFirst().post().plain());
    }

    @Test
    void wordsThatAreOutKeepNothingBackWhileTheirPictureWaits() {
        open("a", ROOM, post("1", "first"), post("2", "second"));
        Outbox.Item first = take(NOON).getFirst();
        Delivery.Outcome.Sent words = new Delivery.Outcome.Sent("ref", first.address());
        stores.outbox().partly("me", first, words, Duration.ofSeconds(60), "no files now");
        Outbox.Item second = take(NOON).getFirst();
        assertEquals("second", second.post().plain());
        stores.outbox().sent(second, "", second.address());

        Outbox.Item again = take(LATER).getFirst();
        assertEquals("first for ref", again.post().plain() + " for " + again.replaces());
        assertTrue(again.tries().out());
        append("a", 1, "k2", post("1", "newer"));
        assertEquals(List.of(), take(LATER), "two tries of one message would cross");
        stores.outbox().partly("me", again, words, Duration.ofSeconds(60), "no files now");
        Outbox.Item newer = take(LATER).getFirst();
        assertEquals("newer for ref", newer.post().plain() + " for " + newer.replaces());
        stores.outbox().sent(newer, "ref", newer.address());
        assertTrue(stores.outbox().superseded(again.id()));
        stores.outbox().dropped(again.id(), "a newer one stands there");
        assertEquals(Optional.of("ref"), stores.outbox().reference("a", "1"));
    }

    @Test
    void offersAPostAgainWhenItsProcessEnds() {
        open("a", ROOM, post("1", "first"));
        stores.leases().beat("me");
        stores.leases().beat("other");

        assertEquals(
                new Outbox.Tries(0, false, Duration.ZERO, false),
                take(NOON).getFirst().tries());
        assertEquals(List.of(), stores.outbox().take("other", List.of(), _ -> true, 10));
        stores.leases().beat("other");
        assertEquals(List.of(), stores.outbox().take("other", List.of(), _ -> true, 10), "it lives");
        stores.leases().release("me");
        Outbox.Item left =
                stores.outbox().take("other", List.of(), _ -> true, 10).getFirst();
        assertEquals(1, left.attempts());
        assertTrue(left.tries().uncertain(), "nobody knows whether it was sent");
        stores.outbox().later("me", left.id(), Duration.ZERO, "a process that stood still comes back", false);
        assertEquals(List.of(), stores.outbox().take("third", List.of(), _ -> true, 10), "it is the other's now");
        assertEquals(1, stores.outbox().waiting());
    }

    @Test
    void aWaitThatAWrongClockMadeEnds() {
        open("a", ROOM, post("1", "first"));
        now = NOON.plus(Duration.ofHours(1));
        Outbox.Item item = take(now).getFirst();
        stores.outbox().later("me", item.id(), Duration.ofSeconds(1), "down", false);
        stores.inbox().later(kept(arrival("", "r")), true, Duration.ofSeconds(1), "down");
        assertEquals(List.of(), take(NOON));
        stores.leases().beat("me");
        assertEquals(1, take(NOON).size());
        assertEquals(1, stores.inbox().take("slack", "me", List.of(), 9).size());
    }

    @Test
    void aBusyWorkspaceLeavesPlacesToTheOthers() {
        for (int i = 0; i < 9; i++) {
            Address noisy = new Address("slack", "T1", "C1", "t" + i, "");
            stores.conversations()
                    .create(
                            conversation("n" + i, noisy),
                            digest("n" + i, noisy),
                            entry("n" + i),
                            List.of(post("p", "n")));
        }
        Address quiet = new Address("slack", "T2", "C1", "t", "");
        stores.conversations()
                .create(conversation("q", quiet), digest("q", quiet), entry("q"), List.of(post("p", "q")));
        assertEquals(
                List.of("q"),
                stores.outbox().take("me", List.of("T1"), _ -> true, 3).stream()
                        .map(Outbox.Item::conversation)
                        .toList());
        assertEquals(List.of(), stores.outbox().take("me", List.of(), _ -> false, 3));
        assertEquals(3, stores.outbox().take("me", List.of(), _ -> true, 3).size());
    }

    @Test
    void aSettledPostStaysSettled() {
        open("a", ROOM, post("1", "first"));
        Outbox.Item item = take(NOON).getFirst();
        stores.outbox().sent(item, "ref", item.address());
        stores.outbox().later("me", item.id(), Duration.ZERO, "too late to say so", false);
        stores.outbox().dropped(item.id(), "too late to say so");

        assertEquals(List.of(), take(LATER));
        assertEquals(Optional.of("ref"), stores.outbox().reference("a", "1"));
        assertEquals(0, stores.outbox().waiting());
    }

    @Test
    void anOperatorDecidesOverWhatWasSetAside() {
        open("a", ROOM, post("1", "first"), post("2", "second"));
        Outbox.Item first = take(NOON).getFirst();
        stores.outbox().setAside(first.id(), "invalid_auth");
        long request = stores.inbox().keep(arrival("", "r"), "me").id();
        stores.inbox().setAside(request, "IllegalStateException");
        now = LATER;

        assertEquals(
                new StuckWork(first.id(), "slack", "T1", "a", 1, Duration.ofSeconds(60), true, "invalid_auth"),
                stores.outbox().stuck(10).getFirst());
        assertEquals(new Backlog(1, 1, Duration.ofSeconds(60)), stores.outbox().backlog());
        assertEquals(new Backlog(0, 1, Duration.ZERO), stores.inbox().backlog());
        assertEquals("slack", stores.inbox().stuck(10).getFirst().channel());
        Outbox.Item second = take(now).getFirst();
        assertEquals("second", second.post().plain());
        assertFalse(stores.outbox().drop(second.id()), "it is being sent");
        assertTrue(stores.outbox().retry(first.id()));
        assertEquals("first", take(now).getFirst().post().plain());
        assertTrue(stores.inbox().retry(request));
        assertEquals(1, stores.inbox().take("slack", "me", List.of(), 9).size());
        assertFalse(stores.inbox().drop(request), "it is in work");
        stores.inbox().later(item(request, 0), true, Duration.ZERO, "x");
        assertTrue(stores.inbox().drop(request));
        assertFalse(stores.outbox().retry(99_999));
    }

    @Test
    void whatIsHeldForAClosedRoomKeepsNothingBackAndIsSentOnceReleased() {
        open("a", ROOM, post("1", "first"), post("card", "old"), post("card", "new"));
        Outbox.Item first = take(NOON).getFirst();
        stores.outbox().hold(first.id(), "is_archived");
        Outbox.Item old = take(NOON).getFirst();
        assertEquals("old", old.post().plain(), "nothing waits for what is held");
        stores.outbox().hold(old.id(), "is_archived");
        assertEquals(
                List.of(new Outbox.Held(first.id(), ROOM), new Outbox.Held(old.id(), ROOM)),
                stores.outbox().held());
        assertEquals(0, stores.outbox().backlog().aside(), "no operator has to decide");
        stores.outbox().release(first.id());
        stores.outbox().release(first.id());
        stores.outbox().release(old.id());
        assertEquals(List.of(), stores.outbox().held());
        now = LATER;
        Outbox.Item again = take(now).getFirst();
        assertEquals("first", again.post().plain());
        stores.outbox().sent(again, "ref", ROOM);
        assertEquals("new", take(now).getFirst().post().plain(), "what something newer replaced is not sent");
    }

    @Test
    void textWithCharactersThatOneDatabaseRefusesIsKeptInBoth() {
        Address odd = new Address("slack", "T\0", "C\0", "1", "");
        Appended appended = stores.conversations()
                .create(
                        conversation("z", odd),
                        digest("z", odd, "title \0", NOON),
                        entry("k\0"),
                        List.of(post("p\0", "a\0b")));
        assertEquals(new Appended.Done(1), appended);
        assertEquals("z", stores.conversations().digest(odd).orElseThrow().id());
        assertEquals(
                new Appended.Duplicate("z"),
                stores.conversations().append("z", 1, digest("z", odd), entry("k\0"), List.of()));
        stores.inbox().keep(arrival("lane\0", "r\0"), "me");
    }

    @Test
    void namesThePostThatIsReplaced() {
        open("a", ROOM, post("card", "question"), post("other", "aside"), post("card", "answered"));
        assertEquals(Optional.empty(), stores.outbox().reference("a", "card"));
        for (String reference : List.of("ref-1", "ref-2", "ref-3")) {
            Outbox.Item item = take(NOON).getFirst();
            assertEquals(reference.equals("ref-3") ? "ref-1" : "", item.replaces());
            stores.outbox().sent(item, reference, item.address());
        }
        assertEquals(Optional.of("ref-3"), stores.outbox().reference("a", "card"));
    }

    @Test
    void neverGivesAPostToTwoSenders() throws Exception {
        int consultations = 20;
        for (int i = 0; i < consultations; i++) {
            open("c" + i, room("r" + i), post("1", "c" + i + " first"), post("2", "c" + i + " second"));
        }
        List<List<String>> sent = together(4, sender -> {
            List<String> mine = new ArrayList<>();
            while (!Thread.interrupted() && stores.outbox().waiting() > 0) {
                for (Outbox.Item item : take(NOON, 3)) {
                    mine.add(item.post().plain());
                    stores.outbox().sent(item, "ref", item.address());
                }
            }
            return mine;
        });

        List<String> all = sent.stream().flatMap(List::stream).toList();
        assertEquals(2 * consultations, all.size());
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @Test
    void keepsRequestsUntilTheyAreProcessed() {
        Inbox inbox = stores.inbox();
        long first = inbox.keep(arrival("", "1"), "").id();
        Inbox.Kept second = inbox.keep(arrival("", "2"), "me");
        inbox.keep(new Inbox.Arrival("teams", "", "", "{}"), "");

        assertEquals(new Inbox.Kept(second.id(), true), second);
        assertEquals(
                List.of(new Inbox.Item(first, arrival("", "1"), 0, null)), inbox.take("slack", "other", List.of(), 9));
        inbox.done(first);
        assertEquals(List.of(), inbox.take("slack", "other", List.of(), 9));
        inbox.later(item(second.id(), 0), true, Duration.ofSeconds(60), "failed");
        assertEquals(List.of(), inbox.take("slack", "other", List.of(), 9));
        now = LATER;
        assertEquals(List.of(), inbox.take("slack", "other", List.of("T1"), 9), "its workspace is busy");
        assertEquals(1, inbox.take("slack", "other", List.of(), 9).getFirst().attempts());
        assertEquals(1, inbox.waiting("slack"));
    }

    @Test
    void givesOutALaneInOrderAndToOneProcess() {
        Inbox inbox = stores.inbox();
        long a1 = inbox.keep(arrival("a", "a1"), "me").id();
        assertFalse(inbox.keep(arrival("a", "a2"), "other").leased(), "the first one is with me");
        assertFalse(inbox.keep(arrival("a", "a3"), "me").leased(), "the second one is with nobody");
        inbox.keep(arrival("b", "b1"), "");
        assertEquals(List.of("b1"), texts(inbox.take("slack", "other", List.of(), 9)));
        inbox.later(item(a1, 0), true, Duration.ofSeconds(60), "failed");
        assertEquals(List.of(), inbox.take("slack", "other", List.of(), 9), "a lane waits for its first request");
        now = LATER;
        List<Inbox.Item> lane = inbox.take("slack", "other", List.of(), 9);
        assertEquals(List.of("a1", "a2", "a3"), texts(lane));
        inbox.later(lane.getFirst(), true, Duration.ofSeconds(1), "failed again");
        assertEquals(List.of(), inbox.take("slack", "me", List.of(), 9));
        inbox.done(a1);
        inbox.handBack("me", List.of(lane.get(1).id()));
        assertEquals(List.of("a2", "a3"), texts(inbox.take("slack", "me", List.of(), 9)));
    }

    @Test
    void onlyTriesThatWereMadeCount() {
        Inbox inbox = stores.inbox();
        long first = inbox.keep(arrival("a", "a1"), "me").id();
        inbox.keep(arrival("a", "a2"), "me");
        for (int death = 0; death < 4; death++) {
            stores.leases().release("me");
            List<Inbox.Item> lane = inbox.take("slack", "me", List.of(), 9);
            assertEquals(
                    List.of(death, 0), lane.stream().map(Inbox.Item::attempts).toList());
            inbox.begun(lane.getFirst());
        }
        inbox.later(item(first, 3), false, Duration.ZERO, "it waits for something else");
        assertEquals(3, inbox.take("slack", "me", List.of(), 9).getFirst().attempts());
    }

    private Inbox.Item kept(Inbox.Arrival arrival) {
        return item(stores.inbox().keep(arrival, "me").id(), 0);
    }

    private static Inbox.Item item(long id, int attempts) {
        return new Inbox.Item(id, arrival("", ""), attempts, null);
    }

    private static List<String> texts(List<Inbox.Item> items) {
        return items.stream().map(item -> item.arrival().request()).toList();
    }

    private static Inbox.Arrival arrival(String lane, String request) {
        return new Inbox.Arrival("slack", "T1", lane, request);
    }

    @Test
    void keepsSettingsOfARoom() {
        WorkspaceSettings settings = stores.settings();
        settings.put("slack", "T1", "C1", "summary", "on");
        settings.put("slack", "T1", "C1", "digest", "weekly");
        settings.put("slack", "T1", "C1", "summary", "off");
        settings.put("slack", "T1", WorkspaceSettings.WHOLE_WORKSPACE, "summary", "whole");

        assertEquals(Map.of("summary", "off", "digest", "weekly"), settings.all("slack", "T1", "C1"));
        settings.put("slack", "T1", "C1", "summary", "");
        assertEquals(Optional.empty(), settings.get("slack", "T1", "C1", "summary"));
        assertEquals(Optional.of("whole"), settings.get("slack", "T1", WorkspaceSettings.WHOLE_WORKSPACE, "summary"));
    }

    @Test
    void keepsSecrets() {
        SecretStore secrets = stores.secrets();
        secrets.put("slack", "T2", "installation", "bot", "xoxb-1");
        secrets.put("slack", "T1", "installation", "bot", "xoxb-2");
        secrets.put("slack", "T1", "state", "s", "other kind");
        secrets.put("slack", "T2", "installation", "bot", "xoxb-3 \u00e4\u20ac");

        assertEquals(Optional.of("xoxb-3 \u00e4\u20ac"), secrets.get("slack", "T2", "installation", "bot"));
        assertEquals(
                List.of(new SecretStore.Name("T1", "bot"), new SecretStore.Name("T2", "bot")),
                secrets.names("slack", "installation"));
        secrets.delete("slack", "T2", "installation", "bot");
        assertEquals(Optional.empty(), secrets.get("slack", "T2", "installation", "bot"));
    }

    private Appended open(String id, Address address, Post... posts) {
        return stores.conversations()
                .create(conversation(id, address), digest(id, address), entry("open-" + id), List.of(posts));
    }

    private Appended append(String id, long version, String key, Post... posts) {
        return stores.conversations().append(id, version, digest(id, LOCAL), entry(key), List.of(posts));
    }

    private List<Outbox.Item> take(Instant now) {
        return take(now, 100);
    }

    private List<Outbox.Item> take(Instant at, int limit) {
        now = at;
        return stores.outbox().take("me", List.of(), _ -> true, limit);
    }

    private static <T> List<T> together(int people, Work<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(people)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int number = person;
                tasks.add(() -> work.by(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private interface Work<T> {
        T by(int person) throws Exception;
    }
}
