package dev.tunewise.conversation.dialogue;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.TurnBuilder;
import java.util.List;
import java.util.Map;

/** Keeps the open question at the end of the thread: asks what is due, and what is open again below whatever came after it. */
public record LastQuestion(FlowContext kit, QuestionPlan.Planner planner, QuestionCards cards) {
    /** Whether something comes below the open question, which is to stand last. */
    public static boolean pushes(TurnBuilder work) {
        return work.replies().stream().anyMatch(reply -> reply.place() instanceof Post.Thread)
                || work.now().shown().items().entrySet().stream()
                        .anyMatch(item -> !(item.getValue() instanceof ThreadState.Card)
                                && !work.before().shown().items().containsKey(item.getKey()));
    }

    /** Settles what asks no more and asks what is due; the open question stands last. */
    public QuestionPlan ask(TurnBuilder work) {
        boolean checks = cards.offers(work.now()) && !staysOffered(work) && unfolds(work);
        QuestionPlan agenda = planner.agenda(work.now());
        agenda.stale().forEach(card -> work.change(new Change.Settled(card)));
        if ((work.asksAgain() || pushes(work)) && !agenda.pending().isEmpty()) {
            String again = staysOffered(work) ? QuestionCards.OFFER + work.entry() : key(agenda.pending(), work);
            work.change(new Change.Settled(agenda.current()));
            if (!checks || planner.agenda(work.now()).awaited().isEmpty()) {
                work.change(new Change.Asked(again, agenda.pending()));
            }
        } else if (!agenda.next().isEmpty()) {
            work.change(new Change.Asked(key(agenda.next(), work), agenda.next()));
        } else if (!agenda.awaited().isEmpty() && awaits(agenda.awaited().getFirst(), work)) {
            // Raised once more it may hold up nothing any longer.
            return ask(work);
        }
        return planner.agenda(work.now());
    }

    /** What waits for a yes is the open question once nothing else is asked; raised further up, it comes again at the end. */
    public boolean awaits(String fact, TurnBuilder work) {
        OpenConflict doubt = work.now().doubts().get(fact);
        boolean due = work.asksAgain()
                || pushes(work)
                || !planner.agenda(work.before()).awaited().equals(List.of(fact));
        if (doubt == null || doubt.entry() == work.entry() || !due) {
            return false;
        }
        // What was put together is put together again.
        List.copyOf(work.now().doubts().entrySet()).stream()
                .filter(other -> other.getKey().equals(fact)
                        || doubt instanceof OpenConflict.Proposal
                                && other.getValue() instanceof OpenConflict.Proposal
                                && other.getValue().entry() == doubt.entry())
                .forEach(other -> work.change(new Change.Raised(other.getKey())));
        return true;
    }

    /** What was taken from the opening and folded beside its answer is put to the thread before the comparison; says whether there was any. */
    private boolean unfolds(TurnBuilder work) {
        List<String> folded = work.now().doubts().entrySet().stream()
                .filter(doubt -> doubt.getValue().entry() == 0 && doubt.getValue() instanceof OpenConflict.Proposal)
                .map(Map.Entry::getKey)
                .toList();
        folded.forEach(fact -> work.change(new Change.Raised(fact)));
        return !folded.isEmpty();
    }

    /** Whether the whole comparison stays an offer: until somebody asks for it or tells something that it needs. */
    private boolean staysOffered(TurnBuilder work) {
        boolean told = work.changes().stream()
                .anyMatch(change -> change instanceof Change.Answered(String fact, var _, var _)
                        && !kit.flow().isAsked(fact));
        return !work.asksWhole() && !told && cards.offers(work.now());
    }

    /** A fresh key, so that a question asked again stands at the end of the thread. */
    private static String key(List<String> facts, TurnBuilder work) {
        String key = "q:" + facts.getFirst();
        return work.now().shown().items().containsKey(key) ? key + ":" + work.entry() : key;
    }
}
