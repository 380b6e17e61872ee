package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a step: settles cards, asks what is due, gives or withdraws the answer, and collects the posts. */
final class Closing {
    private final Kit kit;
    private final Agenda.Planner planner;
    private final RootCard root;
    private final Cards cards;
    private final Matters matters;
    private final AnswerPost answer;

    Closing(Kit kit, Agenda.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.root = new RootCard(kit);
        this.cards = new Cards(kit);
        this.matters = new Matters(kit, cards);
        this.answer = new AnswerPost(kit);
    }

    Step close(Work work) {
        if (work.changes().isEmpty() && !work.asksAgain()) {
            return new Step(List.of(), work.replies(), work.done(), work.summarises());
        }
        Agenda agenda = ask(work);
        Optional<Counsel.Counselled> advice = conclude(work, agenda);
        State after = work.done();
        List<Post> posts = new ArrayList<>();
        Post card = root.post(after, agenda, advice);
        if (!card.equals(before(work))) {
            posts.add(card);
        }
        Map<String, Post> fresh = new LinkedHashMap<>();
        after.shown().items().forEach((key, item) -> {
            Shown.Item known = work.before().shown().items().get(key);
            Post post = post(key, item, after);
            if (known == null) {
                fresh.put(key, post);
            } else if (!post.equals(post(key, known, work.before()))) {
                posts.add(post);
            }
        });
        fresh.forEach((key, post) -> {
            if (!(after.shown().items().get(key) instanceof Shown.Card)) {
                posts.add(post);
            }
        });
        posts.addAll(work.replies());
        posts.addAll(answers(work, after, advice));
        fresh.forEach((key, post) -> {
            if (after.shown().items().get(key) instanceof Shown.Card) {
                posts.add(post);
            }
        });
        return new Step(work.changes(), posts, after, work.summarises());
    }

    /** Settles what asks no more and asks what is due. */
    private Agenda ask(Work work) {
        Agenda agenda = planner.agenda(work.now());
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
    private static String key(List<String> facts, Work work) {
        String key = "q:" + facts.getFirst();
        return work.now().shown().items().containsKey(key) ? key + ":" + work.entry() : key;
    }

    private Optional<Counsel.Counselled> conclude(Work work, Agenda agenda) {
        State now = work.now();
        Shown.Said said = now.shown().said();
        boolean decided = agenda.decided()
                && (agenda.pending().isEmpty() || now.reopened().isPresent());
        if (!decided) {
            if (said != null) {
                work.change(new Change.Withdrawn());
            }
            return Optional.empty();
        }
        Counsel.Counselled advice = kit.counsel().advise(now.answers(), now.parameters());
        String rule = rule(agenda);
        if (said == null || !said.rule().equals(rule) || !said.headline().equals(advice.headline())) {
            work.change(new Change.Concluded(rule, advice.verdict(), advice.headline()));
        }
        return Optional.of(advice);
    }

    private static String rule(Agenda agenda) {
        return agenda.standing() instanceof Standing.Decided(var rule, var _, var _) ? rule.id() : "";
    }

    /** The root card as it stands in the channel; null when there is none yet, or one made along another edition of the flow. */
    private @Nullable Post before(Work work) {
        State state = work.before();
        boolean current =
                state.entries() > 0 && state.shown().edition().equals(kit.flow().fingerprint());
        return current ? post(state) : null;
    }

    /** The root card of a state. */
    private Post post(State state) {
        Agenda agenda = planner.agenda(state);
        boolean given = state.shown().said() != null && agenda.decided();
        return root.post(
                state,
                agenda,
                given ? Optional.of(kit.counsel().advise(state.answers(), state.parameters())) : Optional.empty());
    }

    private List<Post> answers(Work work, State after, Optional<Counsel.Counselled> advice) {
        Shown.Said before = work.before().shown().said();
        Shown.Said now = after.shown().said();
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
            Text changed = kit.wording().text(Phrase.ANSWER_CHANGED, old, now.headline());
            posts.add(new Post(
                    "changed:" + work.entry(),
                    new Post.Thread(),
                    List.of(new Block.Paragraph(changed)),
                    changed.characters()));
        }
        return posts;
    }

    /** The answer as it stands in the thread; null when none does, or one along another edition of the flow. */
    private @Nullable Post answerBefore(Work work) {
        State state = work.before();
        boolean stands = state.shown().said() != null
                && state.shown().edition().equals(kit.flow().fingerprint())
                && planner.agenda(state).decided();
        return stands ? answer.post(kit.counsel().advise(state.answers(), state.parameters()), state, "") : null;
    }

    private Post post(String key, Shown.Item item, State state) {
        return switch (item) {
            case Shown.Card card -> cards.post(key, card, state);
            case Shown.Read read -> matters.read(key, read, state);
            case Shown.Matter matter -> matters.matter(key, matter, state);
        };
    }
}
