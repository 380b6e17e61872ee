package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace;
import dev.tunewise.slack.fake.Workspace.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole consultations, from the command to the verdict, over both transports. */
class SlackConsultationTest {
    private static final String GENERAL = "C0GENERAL";

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void threePeopleReachAVerdictWithClicksFormsAndText(Stage.Transport transport) {
        try (Stage stage = new Stage(transport)) {
            FakeSlack slack = stage.slack();
            Member ana = slack.member("U1", "Ana");
            Member ben = slack.member("U2", "Bén 日本");
            Member chen = slack.member("U3", "Chen");

            assertEquals(200, ana.slash(GENERAL, "Our garden is loud &amp; bright &lt;3, a hedge?"));
            stage.settle();
            Message root = slack.root(GENERAL);
            assertTrue(root.shown().contains("Our garden is loud & bright <3, a hedge?"), root.shown());
            assertEquals("", root.thread());

            ana.choose(slack.card(root.ts()), Map.of("privacy", true, "a home for birds", true), "Done");
            stage.settle();
            ben.click(slack.card(root.ts()), "sun");
            stage.settle();
            chen.say(GENERAL, root.ts(), "à peu près 30 mètres");
            stage.settle();
            assertTrue(thread(slack, root).contains("✓ 30 metres"), thread(slack, root));
            ben.click(slack.card(root.ts()), "3");
            stage.settle();
            ana.click(slack.card(root.ts()), "Yew");
            stage.settle();
            ben.click(slack.card(root.ts()), "Another number…");
            stage.settle();
            ben.submit(Map.of("How much may it cost? (USD)", "5000"));
            stage.settle();
            chen.click(slack.card(root.ts()), "Answer together…");
            stage.settle();
            chen.submit(Map.of(
                    "Will somebody water it in the first summer?", "Yes",
                    "Will somebody trim it each year?", "Yes",
                    "Have the neighbours agreed?", "No"));
            stage.settle();

            ConversationSummary digest =
                    stage.stores().conversations().list("slack", "T1", 1).getFirst();
            assertEquals(ConversationSummary.State.CONCLUDED, digest.state());
            assertEquals("Yes. Plant it this autumn.", digest.headline());
            Message concluded = slack.root(GENERAL);
            assertEquals(root.ts(), concluded.ts());
            assertTrue(concluded.shown().contains("Yes. Plant it this autumn."), concluded.shown());
            assertTrue(concluded.shown().contains("Ana, Bén 日本, Chen"), concluded.shown());
            assertTrue(thread(slack, root).contains("Yes. Plant it this autumn."));
            assertTrue(thread(slack, root).contains("Bén 日本"), "the answer shows who gave it");
            assertEquals(1, roots(slack), "the channel sees one message");
            assertEquals(List.of(), slack.api().faults());
            Preview.keep("hedge-" + transport, slack.workspace());
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void aMentionOpensInItsOwnThreadAndMakesOneTurnOfTwoEvents(Stage.Transport transport) {
        try (Stage stage = new Stage(transport)) {
            FakeSlack slack = stage.slack();
            Member ana = slack.member("U1", "Ana");
            Message mention = ana.say(GENERAL, "", "<@U0BOT> shall we plant a hedge?");
            stage.settle();
            List<ConversationSummary> all = stage.stores().conversations().list("slack", "T1", 9);
            assertEquals(1, all.size());
            assertEquals("shall we plant a hedge?", all.getFirst().title());
            assertFalse(slack.workspace().thread(mention.ts()).isEmpty());

            ana.say(GENERAL, mention.ts(), "<@U0BOT> it is 12 metres long");
            stage.settle();
            assertEquals(
                    2,
                    stage.consultations()
                            .find(all.getFirst().id())
                            .orElseThrow()
                            .version());
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void changeBackWhySkipAndDontKnowAreAtHandInTheMenu(Stage.Transport transport) {
        try (Stage stage = new Stage(transport)) {
            FakeSlack slack = stage.slack();
            Member ana = slack.member("U1", "Ana");
            ana.slash(GENERAL, "A hedge?");
            stage.settle();
            Message root = slack.root(GENERAL);
            ana.click(slack.card(root.ts()), "Why do you ask?");
            stage.settle();
            assertTrue(thread(slack, root).contains("Leaves do not stop noise."));
            ana.choose(slack.card(root.ts()), Map.of("privacy", true), "Done");
            stage.settle();
            ana.click(slack.card(root.ts()), "Don't know");
            stage.settle();
            Message settled = slack.workspace().thread(root.ts()).stream()
                    .filter(message -> message.text().startsWith("Purpose"))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            ana.click(settled, "Change");
            stage.settle();
            ana.choose(slack.card(root.ts()), Map.of("noise", true), "Done");
            stage.settle();
            assertEquals(
                    "No. Against noise build a wall.",
                    stage.stores()
                            .conversations()
                            .list("slack", "T1", 1)
                            .getFirst()
                            .headline());
        }
    }

    private static String thread(FakeSlack slack, Message root) {
        return slack.workspace().thread(root.ts()).stream()
                .map(Workspace.Message::shown)
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private static long roots(FakeSlack slack) {
        return slack.workspace().messages().stream()
                .filter(message -> message.thread().isEmpty())
                .count();
    }
}
