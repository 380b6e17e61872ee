package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.card.AnswerPost;
import dev.tunewise.conversation.card.ConflictCards;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.PartialLists;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.dialogue.LastQuestion;
import dev.tunewise.conversation.dialogue.UnreadNotice;
import dev.tunewise.conversation.followup.ReviewPlan;
import dev.tunewise.conversation.leaning.Deduction;
import dev.tunewise.conversation.leaning.FirstReply;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ends a step: settles cards, asks what is due, gives or withdraws the answer, and collects the posts. */
record TurnRenderer(FlowContext kit, QuestionPlan.Planner planner) {
    TurnResult close(TurnBuilder work) {
        if (work.changes().isEmpty() && !work.asksAgain() && !LastQuestion.pushes(work)) {
            UnreadNotice.tell(work, kit.wording());
            return new TurnResult(List.of(), work.replies(), work.done(), work.summary());
        }
        Deduction deduction = new Deduction(kit, planner);
        LastQuestion question = new LastQuestion(kit, planner, new QuestionCards(kit));
        deduction.follow(work);
        new PartialLists(kit).toAsk(work.now()).ifPresent(fact -> work.change(new Change.Reopened(fact)));
        deduction.lean(work);
        new FirstReply(kit).say(work, concludes(planner.agenda(work.now()), work.now()));
        UnreadNotice.tell(work, kit.wording());
        QuestionPlan agenda = question.ask(work);
        conclude(work, agenda);
        // What two people have to settle stands below the answer that it may change.
        if (agenda.decided()) {
            agenda.awaited().forEach(fact -> question.awaits(fact, work));
        }
        ConversationState after = work.done();
        List<Post> posts = new ArrayList<>();
        Post card = root(after, true);
        if (!card.equals(before(work))) {
            posts.add(card);
        }
        Map<String, Post> fresh = new LinkedHashMap<>();
        after.shown().items().forEach((key, item) -> {
            ThreadState.Item known = work.before().shown().items().get(key);
            Post post = post(key, item, after);
            if (known == null) {
                fresh.put(key, post);
            } else if (!post.equals(post(key, known, work.before()))) {
                posts.add(post);
            }
        });
        boolean opened = work.before().entries() == 0;
        if (opened) {
            posts.addAll(work.replies());
        }
        // While nothing is asked, what waits for a yes is what people are to answer.
        QuestionPlan open = planner.agenda(after);
        Collection<String> awaited = open.asking().isEmpty() ? after.doubts().keySet() : open.awaited();
        Predicate<ThreadState.Item> asks = item -> item instanceof ThreadState.Card
                || item instanceof ThreadState.Matter matter
                        && matter.facts().stream().anyMatch(awaited::contains);
        add(fresh, after, item -> !(item instanceof ThreadState.Given || asks.test(item)), posts);
        if (!opened) {
            posts.addAll(work.replies());
        }
        add(fresh, after, ThreadState.Given.class::isInstance, posts);
        add(fresh, after, asks, posts);
        return new TurnResult(work.changes(), posts, after, work.summary());
    }

    private static void add(
            Map<String, Post> fresh, ConversationState state, Predicate<ThreadState.Item> kind, List<Post> posts) {
        fresh.forEach((key, post) -> {
            ThreadState.Item item = state.shown().items().get(key);
            if (item != null && kind.test(item)) {
                posts.add(post);
            }
        });
    }

    private void conclude(TurnBuilder work, QuestionPlan agenda) {
        ConversationState now = work.now();
        ThreadState.Said said = now.shown().said();
        if (!concludes(agenda, now)) {
            if (said != null) {
                work.change(new Change.Withdrawn());
                ReviewPlan.withdrawn(work);
            }
            return;
        }
        RenderedAdvice advice = kit.counsel().advise(kit.theCase(now));
        String rule = rule(agenda);
        if (said == null
                || !said.rule().equals(rule)
                || !said.given().headline().equals(advice.headline())) {
            work.change(SummaryCard.concluded(kit, rule, advice));
            ReviewPlan.concluded(work, kit, advice.verdict());
        } else if (!sameValues(now.answers(), work.before().answers())) {
            work.say(kit.text("answer-stays", advice.headline()));
            ReviewPlan.concluded(work, kit, advice.verdict());
        }
    }

    /** Whether two say the same, in whatever words. */
    private static boolean sameValues(Answers one, Answers other) {
        return one.raw().equals(other.raw())
                && one.ranges().equals(other.ranges())
                && one.assumed().equals(other.assumed());
    }

    private boolean concludes(QuestionPlan agenda, ConversationState state) {
        return agenda.decided()
                && (agenda.pending().isEmpty() || state.reopened().isPresent())
                && !new PartialLists(kit).waits(state);
    }

    private static String rule(QuestionPlan agenda) {
        return agenda.standing() instanceof InterviewStatus.Decided(var rule, var _, var _) ? rule.id() : "";
    }

    /** The root card as it stands in the channel; null when there is none yet, or one made along another edition of the flow. */
    private @Nullable Post before(TurnBuilder work) {
        ConversationState state = work.before();
        boolean current =
                state.entries() > 0 && state.shown().edition().equals(kit.flow().fingerprint());
        return current ? root(state, true) : null;
    }

    /**
     * All posts that follow the state, as they look in it.
     *
     * @param costs whether the root card, which the whole channel sees, may show figures
     */
    List<Post> all(ConversationState state, boolean costs) {
        List<Post> posts = new ArrayList<>();
        posts.add(root(state, costs));
        state.shown().items().forEach((key, item) -> posts.add(post(key, item, state)));
        return posts;
    }

    Post root(ConversationState state, boolean costs) {
        return new RootCard(kit).post(state, planner.agenda(state), advice(state), costs);
    }

    /** The advice that stands in a state, along the edition of the flow that we follow. */
    private Optional<RenderedAdvice> advice(ConversationState state) {
        boolean stands = state.shown().said() != null
                && state.shown().edition().equals(kit.flow().fingerprint())
                && planner.agenda(state).decided();
        return stands ? Optional.of(kit.counsel().advise(kit.theCase(state))) : Optional.empty();
    }

    private Post post(String key, ThreadState.Item item, ConversationState state) {
        QuestionCards cards = new QuestionCards(kit);
        ConflictCards matters = new ConflictCards(kit, cards);
        AnswerPost answer = new AnswerPost(kit);
        return switch (item) {
            case ThreadState.Card card -> cards.post(key, card, state);
            case ThreadState.Read read -> matters.read(key, read, state);
            case ThreadState.Matter matter -> matters.matter(key, matter, state);
            case ThreadState.Given given -> {
                ThreadState.Said said = state.shown().said();
                Optional<RenderedAdvice> advice =
                        said == null || !said.card().equals(key) ? Optional.empty() : advice(state);
                yield advice.isPresent() ? answer.post(key, advice.get(), state) : answer.over(key, given, state);
            }
        };
    }
}
