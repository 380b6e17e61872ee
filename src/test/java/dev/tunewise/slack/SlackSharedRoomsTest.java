package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.money.AmountMention;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Channel;
import dev.tunewise.slack.fake.Workspace.Message;
import dev.tunewise.testing.ShippedMachine;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels that are shared with another organisation see no amount of money, whatever it stands in. */
class SlackSharedRoomsTest {
    private static final String GENERAL = "C0GENERAL";
    private static final String PARTNER = "C0PARTNER";
    private static final String HIDDEN = "G0HIDDEN";

    private final Stage stage = new Stage(Stage.Transport.HTTP);
    private final FakeSlack slack = stage.slack();
    private final Member ana = slack.member("U1", "Ana");
    private final Member boss = slack.member("U9", "Boss");

    SlackSharedRoomsTest() {
        slack.workspace().admin("U9");
        slack.workspace()
                .channel(
                        new Channel(PARTNER, "partner", false, new HashSet<>(Set.of(FakeSlack.BOT, "U1", "U9")), true));
        slack.workspace()
                .channel(new Channel(HIDDEN, "hidden", true, new HashSet<>(Set.of(FakeSlack.BOT, "U9")), false));
        stage.follow(ShippedMachine.now());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String id(String channel) {
        return stage.stores()
                .conversations()
                .ofRoom(new Address("slack", "T1", channel, "", ""), 1)
                .getFirst()
                .id();
    }

    private Message decide(String channel, String question) {
        stage.slash(ana, channel, question);
        Message root = slack.root(channel);
        ShippedMachine.decide(stage.consultations(), id(channel), Instant.parse("2026-11-20T09:00:00Z"));
        stage.settle();
        return root;
    }

    private String shown(String channel) {
        StringBuilder all = new StringBuilder();
        stage.said(channel)
                .forEach(message -> all.append(message.text())
                        .append('\n')
                        .append(message.blocks())
                        .append('\n'));
        return all.toString();
    }

    private String whispered() {
        var last = slack.workspace().whispers().getLast();
        return last.text() + last.blocks();
    }

    private void whatIf(String calls) {
        String id = id(PARTNER);
        Action asked = new Action.Command(ConversationCommand.WHAT_IF.id(), Map.of("calls_per_day", calls));
        stage.consultations()
                .take(
                        id,
                        new InboundEvent(
                                "what-if-" + calls,
                                new Author("U1", "Ana"),
                                Instant.parse("2026-11-20T09:30:00Z"),
                                "",
                                new UserInput.Clicked(asked)));
        stage.settle();
    }

    private void preview(String channel, String key) {
        String id = id(channel);
        stage.consultations()
                .take(
                        id,
                        new InboundEvent(
                                key,
                                new Author("U1", "Ana"),
                                stage.time().instant(),
                                "",
                                new UserInput.Clicked(ConversationCommand.SUMMARY.action())));
        stage.settle();
    }

    @Test
    void aPreviewNamesMoneyWhereRoomAndChannelMayBothSeeIt() {
        stage.slash(boss, GENERAL, "workspace shared-costs on");
        decide(PARTNER, "Should we tune our ticket classifier?");
        preview(PARTNER, "allowed");
        assertTrue(AmountMention.in(whispered()), whispered());
        stage.slash(boss, GENERAL, "workspace shared-costs off");
        preview(PARTNER, "here only");
        assertTrue(whispered().contains("Took part"), whispered());
        assertFalse(AmountMention.in(whispered()), whispered());
        stage.slash(ana, PARTNER, "summary-channel <#C0GENERAL|general>");
        preview(PARTNER, "to our own channel");
        assertTrue(whispered().contains("Took part"), whispered());
        assertFalse(AmountMention.in(whispered()), "who looks at it in the shared room: " + whispered());
        decide(GENERAL, "Should we tune our invoice reader?");
        stage.slash(ana, GENERAL, "summary-channel <#C0PARTNER|partner>");
        preview(GENERAL, "for a shared channel");
        assertTrue(whispered().contains("Took part"), whispered());
        assertFalse(AmountMention.in(whispered()), "what the channel would see: " + whispered());
    }

    private void share(String channel, boolean shared) {
        slack.workspace().channel(new Channel(channel, "tickets", false, Set.of(FakeSlack.BOT, "U1", "U9"), shared));
        JsonObject event = new JsonObject();
        event.addProperty("type", shared ? "channel_shared" : "channel_unshared");
        event.addProperty("channel", channel);
        event.addProperty("event_ts", slack.workspace().timestamp());
        assertEquals(200, slack.event(event));
    }

    @Test
    void whatACrashKeptFromBeingDrawnAgainIsDrawnByTheProcessThatComesAfter() throws Exception {
        share("C0TICKETS", false);
        stage.settle();
        decide("C0TICKETS", "Should we tune our ticket classifier?");
        decide("C0TICKETS", "Should we tune our invoice reader?");
        assertTrue(AmountMention.in(shown("C0TICKETS")));
        Stage dead = stage.successor("dead", _ -> {});
        share("C0TICKETS", true);
        assertTrue(AmountMention.in(shown("C0TICKETS")), "acknowledged, and then it died");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stage heir = dead.successor("heir", threads);
            heir.follow(ShippedMachine.now());
            heir.stores().leases().releaseAll();
            heir.recover();
            until(() -> !AmountMention.in(shown("C0TICKETS")), heir);
            assertFalse(AmountMention.in(shown("C0TICKETS")), shown("C0TICKETS"));
        }
    }

    private static void until(java.util.function.BooleanSupplier done, Stage stage) {
        for (int i = 0; i < 50 && !done.getAsBoolean(); i++) {
            stage.recover();
        }
    }

    @Test
    void aChannelThatIsSharedLaterLosesItsMoneyThenAndGetsItBack() {
        share("C0TICKETS", false);
        stage.settle();
        decide("C0TICKETS", "Should we tune our ticket classifier?");
        stage.slash(ana, GENERAL, "summary-channel <#C0TICKETS|tickets>");
        decide(GENERAL, "Should we tune our invoice reader?");
        String before = shown("C0TICKETS");
        assertTrue(AmountMention.in(before) && before.contains("Took part"), before);
        share("C0TICKETS", true);
        stage.settle();
        assertFalse(AmountMention.in(shown("C0TICKETS")), shown("C0TICKETS"));
        assertTrue(AmountMention.in(shown(GENERAL)), "our own channel keeps what it shows");
        share("C0TICKETS", false);
        stage.settle();
        assertEquals(before, shown("C0TICKETS"));
    }

    private List<String> naming() {
        return stage.said(PARTNER).stream()
                .filter(message -> AmountMention.in(message.text() + message.blocks()))
                .map(Message::ts)
                .toList();
    }

    @Test
    void whatStandsThereLosesItsMoneyWithThePermissionAndGetsItBack() {
        stage.slash(boss, GENERAL, "workspace shared-costs on");
        Message root = decide(PARTNER, "Should we tune our ticket classifier?");
        whatIf("20000");
        List<String> before = naming();
        assertTrue(before.size() > 2 && before.contains(root.ts()), shown(PARTNER));
        stage.slash(boss, GENERAL, "workspace shared-costs off");
        String off = shown(PARTNER);
        assertFalse(AmountMention.in(off), off);
        assertTrue(off.contains("Boss switched costs"), "it is said in the channel that it concerns");
        ana.deliver(ana.say(PARTNER, root.ts(), "I own this"));
        stage.settle();
        whatIf("30000");
        String owned = shown(PARTNER);
        assertFalse(AmountMention.in(owned), owned);
        assertTrue(owned.contains("Ana"), owned);
        stage.slash(ana, PARTNER, "log all");
        assertFalse(AmountMention.in(whispered()), whispered());
        stage.slash(ana, PARTNER, "list");
        assertFalse(AmountMention.in(whispered()), whispered());
        stage.slash(boss, GENERAL, "workspace shared-costs on");
        assertTrue(naming().containsAll(before), before + " of " + naming() + shown(PARTNER));
        assertTrue(naming().size() > before.size(), "also what nobody saw before");
        assertFalse(shown(PARTNER).contains("so it is not shown here"), shown(PARTNER));
    }

    @Test
    void summariesAndNotesThatGoThereNameNone() {
        stage.slash(ana, GENERAL, "summary-channel <#C0PARTNER|partner>");
        decide(GENERAL, "Should we tune our ticket classifier?");
        assertTrue(AmountMention.in(shown(GENERAL)));
        assertTrue(shown(PARTNER).contains("Took part"), shown(PARTNER));
        assertFalse(AmountMention.in(shown(PARTNER)), shown(PARTNER));
        stage.consultations()
                .take(
                        id(GENERAL),
                        new InboundEvent(
                                "fewer",
                                new Author("U1", "Ana"),
                                Instant.parse("2026-11-20T10:00:00Z"),
                                "",
                                new UserInput.Filled(Map.of("quality_target", "88"))));
        stage.settle();
        assertTrue(shown(PARTNER).contains("changed"), shown(PARTNER));
        assertFalse(AmountMention.in(shown(PARTNER)), shown(PARTNER));
    }

    @Test
    void onlySomebodyInAPrivateChannelChoosesItAndItsNameStaysThere() {
        stage.slash(ana, GENERAL, "summary-channel <#G0HIDDEN|hidden>");
        assertTrue(whispered().contains("You are not in that channel"), whispered());
        assertEquals(List.of(), stage.said(HIDDEN));
        stage.slash(boss, GENERAL, "summary-channel <#G0HIDDEN|hidden>");
        assertTrue(shown(GENERAL).contains("a channel that only its members read"), shown(GENERAL));
        assertFalse(shown(GENERAL).contains("hidden"), shown(GENERAL));
        assertTrue(shown(HIDDEN).contains("#hidden"), shown(HIDDEN));
        stage.slash(ana, GENERAL, "settings");
        assertTrue(
                whispered().contains("a channel that only its members read")
                        && !whispered().contains("hidden"),
                "who is not in it is not told its name");
        stage.slash(boss, GENERAL, "settings");
        assertTrue(whispered().contains("#hidden"), whispered());
    }
}
