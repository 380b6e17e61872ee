package dev.tunewise.session.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.wording.HelpTopic;
import dev.tunewise.session.log.LogQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlashCommandTest {
    @Test
    void commandsStandAlone() {
        assertEquals(new SlashCommand.Help(), SlashCommand.parse(" HELP. "));
        assertEquals(new SlashCommand.Listing(), SlashCommand.parse("list"));
        assertEquals(new SlashCommand.Stop(), SlashCommand.parse("stop!"));
        assertEquals(new SlashCommand.Export("json"), SlashCommand.parse("export JSON"));
        assertEquals(new SlashCommand.ShowSettings(), SlashCommand.parse("settings"));
    }

    @Test
    void whatGoesOnIsAProblem() {
        for (String problem : new String[] {
            "list our classes better", "help us decide", "stop the drift of our labels?", "status codes are wrong", ""
        }) {
            assertEquals(new SlashCommand.Open(problem), SlashCommand.parse(problem));
        }
    }

    @Test
    void oneWordBehindTheLogIsLookedForAndOpensNothing() {
        for (String word : List.of("closed", "invoices", "last week", "since march 2027")) {
            assertEquals(
                    new SlashCommand.Log(new LogQuestion(true, Set.of(), false, false, 1, word)),
                    SlashCommand.parse("log all " + word));
        }
        for (String due : List.of("log overdue", "logs due")) {
            assertEquals(
                    new SlashCommand.Log(new LogQuestion(false, Set.of(), false, true, 1, "")),
                    SlashCommand.parse(due));
        }
        for (String problem : List.of(
                "logs are wrong since march",
                "log lines are sorted wrongly",
                "log files about customers are long",
                "log anomaly detection")) {
            assertEquals(new SlashCommand.Open(problem), SlashCommand.parse(problem));
        }
    }

    @Test
    void helpIsToldOnOneTopic() {
        for (String typed : List.of(
                "help summary",
                "Help summary-channel?",
                "help with the digest",
                "digest help",
                "help: what if",
                "help on log")) {
            assertInstanceOf(SlashCommand.HelpOn.class, SlashCommand.parse(typed), typed);
        }
        for (HelpTopic topic : HelpTopic.values()) {
            String word = topic == HelpTopic.OPEN ? "problem" : topic.name().toLowerCase(Locale.ROOT);
            assertEquals(new SlashCommand.HelpOn(topic), SlashCommand.parse("help " + word));
        }
        for (String problem :
                List.of("help with our summaries of calls", "help our users", "we need help", "how price")) {
            assertEquals(new SlashCommand.Open(problem), SlashCommand.parse(problem));
        }
    }

    @Test
    void aWordOfThreadsIsToldWhatItDoesThere() {
        for (String word : List.of("summary", "undo", "Why?", "don't know", "owner", "restart")) {
            assertTrue(HelpTopic.called(word).isPresent(), word);
            assertEquals(new SlashCommand.Open(word), SlashCommand.parse(word), "in a thread it is one");
        }
        for (String problem : List.of("our summaries are wrong", "why is it slow?", "problem")) {
            assertTrue(HelpTopic.called(problem).isEmpty(), problem);
        }
    }

    @Test
    void aValueThatIsNoneIsRefusedAndOpensNothing() {
        for (String typed : List.of(
                "digest every day",
                "digest daily",
                "digest on Fridays",
                "digest friday 9:00",
                "reminder after a week",
                "reminder never",
                "broadcast yes",
                "broadcast maybe",
                "watch 30%",
                "watch 2000 %")) {
            assertInstanceOf(SlashCommand.RoomSetting.class, SlashCommand.parse(typed), typed);
        }
        for (String problem : List.of(
                "digest emails are summed up wrongly",
                "reminder mails sound cold",
                "watch our model drift",
                "broadcast on air texts are written by a model")) {
            assertEquals(new SlashCommand.Open(problem), SlashCommand.parse(problem));
        }
    }

    @Test
    void argumentsComeAlong() {
        assertEquals(
                new SlashCommand.WhatIf("we had 2,000 examples?"),
                SlashCommand.parse("what-if we had 2,000 examples?"));
        assertEquals(new SlashCommand.WhatIf("10x"), SlashCommand.parse("What if 10x"));
        assertEquals(new SlashCommand.WhatIf(""), SlashCommand.parse("what if"));
        assertEquals(new SlashCommand.SummaryChannel("#decisions"), SlashCommand.parse("summary-channel  #decisions "));
        assertEquals(
                new SlashCommand.SummaryChannel("<#C1|all of us>"),
                SlashCommand.parse("summary channel <#C1|all of us>"));
        assertEquals(new SlashCommand.SummaryChannel(""), SlashCommand.parse("summary-channel"));
    }
}
