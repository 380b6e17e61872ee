package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.session.Digest;
import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.slack.fake.Member;
import dev.tunewise.slack.fake.Workspace.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole consultations, from the command to the verdict. */
class SlackConsultationTest {
    private static final String GENERAL = "C0GENERAL";

    @ParameterizedTest
    @EnumSource(Stage.Transport.class)
    void twoPeopleReachAVerdictWithClicksAndText(Stage.Transport transport) {
        try (Stage stage = new Stage(transport)) {
            FakeSlack slack = stage.slack();
            Member ana = slack.member("U1", "Ana");
            Member ben = slack.member("U2", "Bén 日本");

            assertEquals(200, ana.slash(GENERAL, "Our garden is loud & bright <3, a hedge?"));
            stage.settle();
            Message root = slack.root(GENERAL);
            assertTrue(root.shown().contains("Our garden is loud & bright <3, a hedge?"), root.shown());

            ana.choose(slack.card(root.ts()), Map.of("privacy", true, "a home for birds", true), "Done");
            stage.settle();
            ben.click(slack.card(root.ts()), "sun");
            stage.settle();
            ben.say(GENERAL, root.ts(), "about 30 mètres, à peu près");
            stage.settle();
            System.out.println(slack.card(root.ts()).shown());
            assertEquals(List.of(), slack.api().faults());
        }
    }
}
