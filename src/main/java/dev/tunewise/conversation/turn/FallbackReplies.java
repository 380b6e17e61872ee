package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.dialogue.DeniedItems;
import dev.tunewise.conversation.dialogue.PendingReply;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said to people whose words could not be taken: an example first, then the way around words. */
record FallbackReplies(FlowContext kit, QuestionPlan.Planner planner, ConstraintText bounds, DeniedItems denials) {
    /** After so many misses on one question the buttons, the form and the default are offered. */
    private static final int PATIENCE = 3;

    private static final Pattern NUMBER = Pattern.compile("\\W*\\d[\\d.,' ]*[km]?\\s?%?\\W*", Pattern.CASE_INSENSITIVE);

    /** Words that were meant for a fact do not fit it. */
    void refuse(TurnBuilder work, Clarification refused) {
        kit.flow().fact(refused.fact()).ifPresent(fact -> {
            if (planner.agenda(work.now()).asking().contains(fact.id())) {
                work.change(new Change.Missed(fact.id()));
            }
            work.say(bounds.refusal(fact, refused).then(Text.plain(" " + bounds.example(fact))));
        });
    }

    /** Answers a denial, a word between two answers, or a number that counts nothing; says whether there was one. */
    boolean beside(TurnBuilder work, String text) {
        String plain = PendingReply.plain(text);
        boolean between = Pattern.matches(kit.plain("reply-between"), plain)
                && !planner.agenda(work.now()).asking().isEmpty()
                && !new QuestionCards(kit).offers(work.now());
        return denied(work, text)
                || again(work, between, "miss-between", text.strip())
                || again(work, NUMBER.matcher(text).matches(), "number-of-what", text.strip());
    }

    /** Two cases must not be mixed: who turns to another one is told what would still count. */
    void another(TurnBuilder work, String text) {
        int told = (int) work.before().held().keySet().stream()
                .filter(fact -> !kit.flow().isAsked(fact))
                .count();
        if (told > 0 && Pattern.matches(kit.plain("another-case"), PendingReply.plain(text))) {
            work.say(kit.text("another-case-told", told));
            work.askAgain();
        }
    }

    /** Says that a denial was heard, of what no list holds: "not the tone, not the format"; says whether there was one. */
    private boolean denied(TurnBuilder work, String text) {
        String items = denials.in(text).entrySet().stream()
                .map(each -> kit.shown(each.getKey().id(), new Value.Choices(each.getValue())))
                .collect(Collectors.joining(", "));
        return again(work, !items.isEmpty(), "denied", items);
    }

    private boolean again(TurnBuilder work, boolean due, String key, String place) {
        if (due) {
            work.say(kit.text(key, place));
            work.askAgain();
        }
        return due;
    }

    void missed(TurnBuilder work, List<String> asked) {
        if (asked.isEmpty()) {
            work.say(kit.text("miss-nothing-open"));
            return;
        }
        if (new QuestionCards(kit).offers(work.now())) {
            // Nobody failed to answer what he was not asked.
            work.say(kit.text("miss-beside"));
            return;
        }
        Fact fact = kit.fact(asked.getFirst());
        work.change(new Change.Missed(fact.id()));
        int misses = work.now().shown().misses().getOrDefault(fact.id(), 0);
        if (misses % PATIENCE == 0) {
            offerOtherWays(work, fact);
        } else if (misses == 1) {
            work.say(kit.text("miss", kit.label(fact), bounds.example(fact)));
        } else {
            work.say(kit.text("miss-again", kit.words().question(fact), bounds.example(fact)));
        }
    }

    private void offerOtherWays(TurnBuilder work, Fact fact) {
        Text offer = kit.text("miss-third", kit.label(fact));
        String assumed = kit.values().shown(fact, fact.assume());
        Button assume = Button.plain(
                Truncate.button(kit.plain("button-assume", assumed)), ConversationCommand.DONT_KNOW.about(fact.id()));
        Button form = Button.plain(kit.plain("button-form"), ConversationCommand.FORM.action());
        work.say(offer, List.of(assume, form));
    }
}
