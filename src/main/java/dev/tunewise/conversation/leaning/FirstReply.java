package dev.tunewise.conversation.leaning;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.List;

/** Answers what was put, and first says what it leans to, before anything is asked; once a verdict stands only the question itself. */
public record FirstReply(FlowContext kit) {
    /** So many words describe a case: what rules read in them is not all that they say. */
    private static final int DESCRIPTION = 10;

    /** Whether a message tells what it is about in a consultation that was opened without a word; few words answer the question that stands open. */
    public static boolean isDue(String text, ConversationState state) {
        return state.title().isBlank() && state.answers().all().isEmpty() && describes(text);
    }

    public static boolean describes(String text) {
        return text.strip().split("\\s+", DESCRIPTION).length == DESCRIPTION;
    }

    /**
     * Says it where something new was put; an answer that is about to be given, or stood before, is not said again.
     */
    public void say(TurnBuilder work, boolean decided) {
        ConversationState now = work.now();
        boolean opened = work.before().entries() == 0
                || (work.before().title().isBlank() && !now.title().isBlank());
        if (work.isAnswered() || (decided && now.shown().said() == null) || !(opened || isPut(work))) {
            return;
        }
        OpeningAnswer word = word(now);
        if (!opened
                && !isPut(work, Guidance.INTENT)
                && word.literal().equals(word(work.before()).literal())) {
            return;
        }
        if (decided
                && word.plain().equals(kit.counsel().advise(kit.theCase(now)).headline())) {
            return;
        }
        ThreadState.Leaning leans = now.shown().leaning();
        if (word.judges() && leans != null) {
            word = kit.counsel().opening(kit.understood(now), new LeaningText(kit).judgement(leans.now(), now));
        }
        List<Block> blocks = new ArrayList<>(decided ? word.literal() : word.whole());
        if (!opened) {
            // What stood in the reply before is not told again, unless nothing else answers what was put.
            blocks.removeAll(word(work.before()).whole());
            if (blocks.isEmpty()) {
                blocks.addAll(word.literal());
            }
        }
        String plain = opened ? lean(now, word, blocks) : word.plain();
        if (!blocks.isEmpty()) {
            work.sayFirst(blocks, plain);
        }
    }

    private boolean isPut(TurnBuilder work) {
        return kit.flow().guidance().asking().stream().anyMatch(fact -> isPut(work, fact));
    }

    private static boolean isPut(TurnBuilder work, String fact) {
        return !work.now()
                .answers()
                .get(fact)
                .map(SourcedAnswer::value)
                .equals(work.before().answers().get(fact).map(SourcedAnswer::value));
    }

    private OpeningAnswer word(ConversationState state) {
        return kit.counsel().opening(kit.understood(state));
    }

    /** Adds to a first answer what it leans to; gives its plain form. */
    private String lean(ConversationState now, OpeningAnswer word, List<Block> blocks) {
        ThreadState.Leaning leans = now.shown().leaning();
        if (leans == null) {
            return word.plain();
        }
        String plain = word.plain();
        LeaningText leaning = new LeaningText(kit);
        if (!word.answered()) {
            Text general = leaning.general(leans.now(), now);
            if (blocks.isEmpty()) {
                blocks.addAll(leaning.steps(leans.now(), now));
            }
            // Where something was found in what was told, that too little is known would only contradict it.
            if (blocks.isEmpty() || leaning.tells(leans.now(), now)) {
                blocks.addFirst(new Block.Paragraph(general));
                plain = general.characters();
            }
        }
        return plain;
    }
}
