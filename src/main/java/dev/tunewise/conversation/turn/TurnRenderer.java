package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AdvicePort;
import dev.tunewise.conversation.card.AnswerPost;
import dev.tunewise.conversation.card.ConflictCards;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a step: settles cards, asks what is due, gives or withdraws the answer, and collects the posts. */
final class TurnRenderer {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final RootCard root;
    private final QuestionCards cards;
    private final ConflictCards matters;
    private final AnswerPost answer;

    TurnRenderer(FlowContext kit, QuestionPlan.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.root = new RootCard(kit);
        this.cards = new QuestionCards(kit);
        this.matters = new ConflictCards(kit, cards);
        this.answer = new AnswerPost(kit);
    }

    TurnResult close(TurnBuilder work) {
        if (work.changes().isEmpty() && !work.asksAgain()) {
            return new TurnResult(List.of(), work.replies(), work.done(), work.summarises());
        }
        QuestionPlan agenda = ask(work);
        Optional<AdvicePort.Counselled> advice = conclude(work, agenda);
        sayFirstWord(work, advice.isPresent());
        ConversationState after = work.done();
        List<Post> posts = new ArrayList<>();
        Post card = root.post(after, agenda, advice);
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
        fresh.forEach((key, post) -> {
            if (!(after.shown().items().get(key) instanceof ThreadState.Card)) {
                posts.add(post);
            }
        });
        posts.addAll(work.replies());
        posts.addAll(answers(work, after, advice));
        fresh.forEach((key, post) -> {
            if (after.shown().items().get(key) instanceof ThreadState.Card) {
                posts.add(post);
            }
        });
        return new TurnResult(work.changes(), posts, after, work.summarises());
    }

    /** Answers what was put before anything is asked; once a verdict stands only the question itself. */
    private void sayFirstWord(TurnBuilder work, boolean decided) {
        boolean opened = work.before().entries() == 0;
        boolean put = kit.flow().guidance().asking().stream()
                .anyMatch(fact -> !work.now()
                        .answers()
                        .get(fact)
                        .map(SourcedAnswer::value)
                        .equals(work.before().answers().get(fact).map(SourcedAnswer::value)));
        if ((opened && decided) || !(opened || put)) {
            return;
        }
        AdvicePort.FirstWord word =
                kit.counsel().firstWord(work.now().answers(), work.now().parameters());
        List<Block> blocks = decided ? word.literal() : word.whole();
        if (!blocks.isEmpty()) {
            work.say(blocks, word.plain());
        }
    }

    /** Settles what asks no more and asks what is due. */
    private QuestionPlan ask(TurnBuilder work) {
        QuestionPlan agenda = planner.agenda(work.now());
        agenda.stale().forEach(card -> work.change(new Change.Settled(card)));
        if (work.asksAgain() && !agenda.pending().isEmpty()) {
            work.change(new Change.Settled(agenda.current()));
            work.change(new Change.Asked(key(agenda.pending(), work), agenda.pending()));
        } else if (!agenda.next().isEmpty()) {
            work.change(new Change.Asked(key(agenda.next(), work), agenda.next()));
        }
        return planner.agenda(work.now());
    }

    /** A fresh key, so that a question asked again stands at the end of the thread. */
    private static String key(List<String> facts, TurnBuilder work) {
        String key = "q:" + facts.getFirst();
        return work.now().shown().items().containsKey(key) ? key + ":" + work.entry() : key;
    }

    private Optional<AdvicePort.Counselled> conclude(TurnBuilder work, QuestionPlan agenda) {
        ConversationState now = work.now();
        ThreadState.Said said = now.shown().said();
        boolean decided = agenda.decided()
                && (agenda.pending().isEmpty() || now.reopened().isPresent());
        if (!decided) {
            if (said != null) {
                work.change(new Change.Withdrawn());
            }
            return Optional.empty();
        }
        AdvicePort.Counselled advice = kit.counsel().advise(now.answers(), now.parameters());
        String rule = rule(agenda);
        if (said == null || !said.rule().equals(rule) || !said.headline().equals(advice.headline())) {
            work.change(new Change.Concluded(rule, advice.verdict(), advice.headline()));
        }
        return Optional.of(advice);
    }

    private static String rule(QuestionPlan agenda) {
        return agenda.standing() instanceof InterviewStatus.Decided(var rule, var _, var _) ? rule.id() : "";
    }

    /** The root card as it stands in the channel; null when there is none yet, or one made along another edition of the flow. */
    private @Nullable Post before(TurnBuilder work) {
        ConversationState state = work.before();
        boolean current =
                state.entries() > 0 && state.shown().edition().equals(kit.flow().fingerprint());
        return current ? post(state) : null;
    }

    /** The root card of a state. */
    private Post post(ConversationState state) {
        QuestionPlan agenda = planner.agenda(state);
        boolean given = state.shown().said() != null && agenda.decided();
        return root.post(
                state,
                agenda,
                given ? Optional.of(kit.counsel().advise(state.answers(), state.parameters())) : Optional.empty());
    }

    private List<Post> answers(TurnBuilder work, ConversationState after, Optional<AdvicePort.Counselled> advice) {
        ThreadState.Said before = work.before().shown().said();
        ThreadState.Said now = after.shown().said();
        if (now == null) {
            return before == null ? List.of() : List.of(answer.withdrawn(before.headline()));
        }
        boolean touched = !now.equals(before)
                || !after.answers().equals(work.before().answers())
                || !after.parameters().equals(work.before().parameters())
                || !after.doubts().equals(work.before().doubts())
                || !after.shown().edition().equals(work.before().shown().edition());
        if (!touched || advice.isEmpty()) {
            return List.of();
        }
        String old = before == null || before.headline().equals(now.headline()) ? "" : before.headline();
        Post post = answer.post(advice.get(), after, old);
        if (post.equals(answerBefore(work))) {
            return List.of();
        }
        List<Post> posts = new ArrayList<>();
        posts.add(post);
        if (!old.isEmpty()) {
            Text changed = kit.wording().text(MessageKey.ANSWER_CHANGED, old, now.headline());
            posts.add(new Post(
                    "changed:" + work.entry(),
                    new Post.Thread(),
                    List.of(new Block.Paragraph(changed)),
                    changed.characters()));
        }
        return posts;
    }

    /** The answer as it stands in the thread; null when none does, or one along another edition of the flow. */
    private @Nullable Post answerBefore(TurnBuilder work) {
        ConversationState state = work.before();
        boolean stands = state.shown().said() != null
                && state.shown().edition().equals(kit.flow().fingerprint())
                && planner.agenda(state).decided();
        return stands ? answer.post(kit.counsel().advise(state.answers(), state.parameters()), state, "") : null;
    }

    private Post post(String key, ThreadState.Item item, ConversationState state) {
        return switch (item) {
            case ThreadState.Card card -> cards.post(key, card, state);
            case ThreadState.Read read -> matters.read(key, read, state);
            case ThreadState.Matter matter -> matters.matter(key, matter, state);
        };
    }
}
