package dev.tunewise.conversation.card;

import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.forecast.QuestionCard;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.walk.FlowPredicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be asked in a state. A question that is out stays the question while its answer is needed, so that nobody is asked two things at
 * once.
 *
 * @param decided whether a rule decided and nothing is left to ask before its verdict is given
 * @param conclusive whether nothing that is open can change the recommendation by more than the tie, although the rules are undecided
 * @param current key of the card that is the open question; empty when none is out that should be
 * @param next facts of the card to send; empty when none is due
 * @param stale keys of open cards that ask for nothing any more, or for something else than is asked now
 * @param awaited the fact that comes next but waits for the thread to decide about it; empty for none
 */
public record QuestionPlan(
        InterviewStatus standing,
        boolean decided,
        boolean conclusive,
        String current,
        List<String> pending,
        List<String> next,
        List<String> stale,
        List<String> awaited) {
    /** What the thread is being asked, on a card that is out or about to be, or beside one. */
    public List<String> asking() {
        return !pending.isEmpty() ? pending : !next.isEmpty() ? next : awaited;
    }

    public static final class Planner {
        /** So often a thread is asked whether something is right before it is asked other things. */
        private static final int MOST_RAISED = 2;

        /** Two people who differ answer one another first. */
        private static final int MOST_DISPUTED = 3;

        private final FlowContext kit;
        private final QuestionGrouping sharing;
        private final boolean leans;

        public Planner(FlowContext kit) {
            this.kit = kit;
            this.sharing = new QuestionGrouping(kit.flow(), new FlowPredicates(kit.flow()));
            this.leans = !kit.flow().expectations().priors().isEmpty();
        }

        public QuestionPlan agenda(ConversationState state) {
            Interview interview = kit.interview(state);
            InterviewStatus standing = interview.standing(state.answers());
            boolean told = standing.isTold(kit.flow());
            if (state.stopped()) {
                return new QuestionPlan(standing, told, false, "", List.of(), List.of(), List.of(), List.of());
            }
            Optional<Forecast> forecast = told || !leans ? Optional.empty() : kit.forecast(state);
            boolean conclusive = forecast.filter(each -> each.conclusive() || guessed(state, each))
                    .isPresent();
            Optional<String> reopened = state.reopened();
            List<String> all = told || conclusive ? List.of() : needs(standing, forecast, state);
            List<String> others =
                    all.stream().filter(fact -> !waits(fact, state)).toList();
            // Beside an answer the comparison is only offered, so that a question may stand next to what waits for a
            // yes; what people passed over twice holds nobody up either.
            boolean beside = others.size() < all.size() && !others.isEmpty() && folds(all.getFirst(), state);
            List<String> needs = beside ? others : all;
            Optional<String> disputed = reopened.isPresent() ? Optional.empty() : disputed(state, all.isEmpty());
            List<String> asks = reopened.or(() -> disputed).map(List::of).orElse(needs);
            String current = "";
            List<String> pending = List.of();
            List<String> stale = new ArrayList<>();
            for (Map.Entry<String, ThreadState.Card> card : openCards(state)) {
                List<String> still =
                        disputed.isPresent() ? List.of() : pending(card.getKey(), card.getValue(), state, needs);
                boolean due = current.isEmpty() && (reopened.isEmpty() || still.contains(reopened.get()));
                if (still.isEmpty() || !due) {
                    stale.add(card.getKey());
                } else {
                    current = card.getKey();
                    pending = still;
                }
            }
            boolean waits = current.isEmpty() && !asks.isEmpty() && waits(asks.getFirst(), state);
            boolean asksNext = current.isEmpty() && !asks.isEmpty() && !waits;
            List<String> next = !asksNext
                    ? List.of()
                    : reopened.isPresent()
                            ? asks
                            : forecast.map(each -> QuestionCard.next(
                                            kit.flow(),
                                            each.questions().stream()
                                                    .filter(question -> needs.contains(question.fact()))
                                                    .toList()))
                                    .map(card -> card.subList(0, Math.min(card.size(), left(state))))
                                    .orElseGet(() -> sharing.card(asks, state.answers(), interview));
            return new QuestionPlan(
                    standing,
                    told,
                    conclusive,
                    current,
                    pending,
                    next,
                    stale,
                    waits ? List.of(asks.getFirst()) : List.of());
        }

        /** What is to be asked; what was left for later only when nothing else is open. */
        private List<String> needs(InterviewStatus standing, Optional<Forecast> forecast, ConversationState state) {
            List<String> all = forecast.map(each -> each.questions().stream()
                            .map(Forecast.OpenQuestion::fact)
                            .toList())
                    .orElseGet(standing::asks);
            Set<String> later = state.leftForLater();
            if (later.isEmpty()) {
                return all;
            }
            List<String> others = without(all, later);
            if (others.isEmpty() && forecast.isEmpty()) {
                others = without(kit.interview(state).open(state.answers()), later);
            }
            return others.isEmpty() ? all : others;
        }

        private static List<String> without(List<String> facts, Set<String> some) {
            return facts.stream().filter(fact -> !some.contains(fact)).toList();
        }

        /** Open cards, the newest first. */
        private static List<Map.Entry<String, ThreadState.Card>> openCards(ConversationState state) {
            List<Map.Entry<String, ThreadState.Card>> open = new ArrayList<>();
            state.shown().items().forEach((key, item) -> {
                if (item instanceof ThreadState.Card card && card.open()) {
                    open.add(Map.entry(key, card));
                }
            });
            return open.reversed();
        }

        /** What a card still asks for: of a topic that is asked on one card all that can matter, of others while one of them is needed now. */
        private List<String> pending(String key, ThreadState.Card card, ConversationState state, List<String> needs) {
            Answers answers = state.answers();
            Set<String> needed = new HashSet<>(needs);
            Set<String> later = state.leftForLater();
            later.removeAll(needed);
            List<String> unanswered = card.facts().stream()
                    .filter(fact -> !answers.knows(fact)
                            && !later.contains(fact)
                            && key.equals(QuestionCards.newestCard(fact, state)))
                    .toList();
            Optional<String> reopened = state.reopened()
                    .filter(fact -> card.facts().contains(fact) && key.equals(QuestionCards.newestCard(fact, state)));
            if (reopened.isPresent()) {
                return List.of(reopened.get());
            }
            if (unanswered.isEmpty()) {
                return List.of();
            }
            boolean whole = sharing.oneCard(kit.fact(unanswered.getFirst()).topic());
            if ((leans || !whole) && unanswered.stream().noneMatch(needed::contains)) {
                return List.of();
            }
            Set<String> relevant =
                    leans ? needed : new HashSet<>(kit.interview(state).open(answers));
            return unanswered.stream().filter(relevant::contains).toList();
        }

        /** What two people say differently is settled before anything else is asked, unless the thread passed over it twice. */
        private Optional<String> disputed(ConversationState state, boolean nothingElse) {
            return state.doubts().entrySet().stream()
                    .filter(doubt -> doubt.getValue() instanceof OpenConflict.Dispute
                            && (nothingElse || !passedOver(doubt.getKey(), state)))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** Whether what waits about a fact is folded beside an answer, as what the opening seemed to say. */
        private boolean folds(String fact, ConversationState state) {
            OpenConflict doubt = state.doubts().get(fact);
            return doubt != null && doubt.entry() == 0 && new QuestionCards(kit).answered(state);
        }

        /** Whether nobody cares to confirm what is proposed, and it would leave nothing to ask nor lead elsewhere: then it is given as assumed. */
        private boolean guessed(ConversationState state, Forecast plain) {
            return !state.doubts().isEmpty()
                    && state.doubts().keySet().stream().allMatch(fact -> isLeft(fact, state))
                    && kit.leaning(state)
                            .filter(Forecast::conclusive)
                            .filter(leaning -> leaning.leaning().equals(plain.leaning()))
                            .isPresent();
        }

        /** Whether people passed over what is proposed, so that it is asked plainly. */
        private boolean isLeft(String fact, ConversationState state) {
            return state.doubts().get(fact) instanceof OpenConflict.Proposal && passedOver(fact, state);
        }

        private boolean passedOver(String fact, ConversationState state) {
            boolean disputed = state.doubts().get(fact) instanceof OpenConflict.Dispute;
            int most = disputed ? MOST_DISPUTED : MOST_RAISED;
            // Whether the opening is answered takes long to find out and matters only here.
            return state.doubts().containsKey(fact)
                    && raised(fact, state, false) >= most
                    && (raised(fact, state, true) >= most || !new QuestionCards(kit).answered(state));
        }

        /** How often what waits about a fact was put to the thread; what was settled before counts no more, nor what is folded in the opening. */
        private static int raised(String fact, ConversationState state, boolean folded) {
            int raised = 0;
            for (ThreadState.Item item : state.shown().items().values()) {
                if (item instanceof ThreadState.Matter matter
                        && matter.facts().contains(fact)
                        && !(folded && matter.entry() == 0)) {
                    raised = matter.outcomes().containsKey(fact) ? 0 : raised + 1;
                }
            }
            return raised;
        }

        /** How many questions were said to be left, so that no card asks more: what is left never grows. */
        private static int left(ConversationState state) {
            ThreadState.Leaning leaning = state.shown().leaning();
            return leaning == null
                            || state.shown().decided() != null
                            || leaning.now().remaining() == 0
                    ? Integer.MAX_VALUE
                    : leaning.now().remaining();
        }

        /** A fact about which the thread is asked elsewhere already: which reading is meant, who is right, or whether a proposal is right. */
        private boolean waits(String fact, ConversationState state) {
            return state.doubts().containsKey(fact) && !isLeft(fact, state);
        }
    }
}
