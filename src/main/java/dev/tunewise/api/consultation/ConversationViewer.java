package dev.tunewise.api.consultation;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.api.advice.AnswerDocument;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.ServedFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a consultation to programs. */
public final class ConversationViewer {
    /** One or more questions on one card. */
    public record OpenQuestion(String message, String why, List<Input> inputs) {}

    private final Consultations.Seen seen;
    private final Map<String, Post> newest = new LinkedHashMap<>();

    public ConversationViewer(Consultations.Seen seen, List<Post> posts) {
        this.seen = seen;
        posts.forEach(post -> newest.put(post.key(), post));
    }

    /** After a turn, whose posts tell the progress as a rule, and the state the question; what was posted before is fetched only where they do not. */
    public static ConversationViewer after(Consultations.Seen seen, List<Post> made, Supplier<List<Post>> all) {
        ConversationViewer turn = new ConversationViewer(seen, made);
        return turn.progress() != null ? turn : new ConversationViewer(seen, all.get());
    }

    /** All that was said, later versions in place of earlier ones. */
    public List<Post> all() {
        return new ArrayList<>(newest.values());
    }

    public Map<String, @Nullable Object> view(List<Post> messages, boolean repeated, Optional<ServedFlow> served) {
        ConversationState state = seen.state();
        Optional<Advice> standing =
                served.map(flow -> flow.consultant().adviseOnceDecided(state.answers(), state.parameters()));
        Optional<Consultant.Answer> decided = standing.flatMap(Advice::decision)
                .flatMap(_ -> served)
                .map(flow -> flow.consultant().answer(state.answers(), state.parameters()));
        Optional<Advice> advice = decided.map(Consultant.Answer::advice).or(() -> standing);
        @Nullable OpenQuestion asked = question(served);
        Predicate<String> listed =
                fact -> served.filter(flow -> flow.flow().isAsked(fact)).isEmpty();
        Map<String, @Nullable Object> tree = PostTree.TREE.parts(seen.conversation(), "id flow version");
        tree.put("repeated", repeated);
        tree.put("title", state.title());
        tree.put("state", state.stopped() ? "stopped" : state.concluded().isPresent() ? "concluded" : "open");
        tree.put("messages", PostTree.of(messages));
        tree.put("question", asked == null ? null : PostTree.TREE.parts(asked, "message why inputs"));
        tree.put("progress", progress());
        tree.put(
                "verdict",
                AdviceDocument.TREE.of(advice.flatMap(Advice::decision).orElse(null)));
        tree.put(
                "cost",
                AdviceDocument.TREE.of(decided.flatMap(Consultant.Answer::cost).orElse(null)));
        tree.put(
                "answer",
                served.map(flow ->
                                flow.consultant().caseAnswer(state.answers(), state.parameters(), advice.orElseThrow()))
                        .filter(each -> !each.isEmpty())
                        .map(AnswerDocument::of)
                        .orElse(null));
        tree.put("needs", needs(state, asked, advice.map(Advice::needs).orElse(List.of())));
        tree.put("answers", each("fact", state.held(), listed, "value basis author=by.name at quote"));
        tree.put("leaning", leaning(state));
        tree.put("facts", facts(state, listed));
        tree.put("parameters", each("parameter", state.tunings(), _ -> true, "value author=by.name at quote"));
        tree.put("opened_at", seen.conversation().createdAt().toString());
        return tree;
    }

    /** What the thread is asked comes first, then what else the rules wait for; nothing once the answer is given. */
    private static List<String> needs(ConversationState state, @Nullable OpenQuestion asked, List<String> waits) {
        Set<String> needs = new LinkedHashSet<>();
        if (state.concluded().isEmpty() || state.reopened().isPresent()) {
            if (asked != null) {
                asked.inputs().forEach(input -> needs.add(input.fact()));
            }
            needs.addAll(waits);
        }
        return List.copyOf(needs);
    }

    /** The entries of a map with their names before their parts. */
    private static List<Map<String, @Nullable Object>> each(
            String name, Map<String, ?> all, Predicate<String> listed, String parts) {
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        all.forEach((key, one) -> {
            if (listed.test(key)) {
                trees.add(named(name, key, one, parts));
            }
        });
        return trees;
    }

    private static Map<String, @Nullable Object> named(String name, String key, Object one, String parts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(name, key);
        tree.putAll(PostTree.TREE.parts(one, parts));
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> leaning(ConversationState state) {
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("option", null);
        tree.putAll(PostTree.TREE.parts(leaning.now(), "lever fine_tune=verdict headline"));
        tree.put("probability", leaning.now().probability() / 100.0);
        tree.put("decides", leaning.now().decides());
        return tree;
    }

    /** What is known by status, proposals that wait for a person included. */
    private static List<Map<String, @Nullable Object>> facts(ConversationState state, Predicate<String> listed) {
        List<Map<String, @Nullable Object>> facts =
                each("fact", state.held(), listed, "value status=basis author=by.name at quote from");
        facts.forEach(fact -> fact.replace("status", "skipped", "assumed"));
        state.doubts().forEach((fact, doubt) -> {
            if (doubt instanceof OpenConflict.Proposal && !state.held().containsKey(fact) && listed.test(fact)) {
                Map<String, @Nullable Object> tree = named("fact", fact, doubt, "value author=by.name quote");
                tree.put("status", "proposed");
                tree.put("at", null);
                tree.put("from", List.of());
                facts.add(tree);
            }
        });
        return facts;
    }

    /** What is left of a card that asks several things; all of it where answers are to be changed. */
    private static List<Input> left(List<Input> inputs) {
        List<Input> left =
                inputs.stream().filter(input -> input.current().isEmpty()).toList();
        return left.isEmpty() ? inputs : left;
    }

    /** The newest card that still asks, or the question that a card holds back; settled cards are posted again without their questions. */
    private @Nullable OpenQuestion question(Optional<ServedFlow> served) {
        OpenQuestion question = null;
        for (Post post : newest.values()) {
            OpenQuestion asks = asks(post);
            question = asks == null ? question : asks;
        }
        return question != null || seen.state().stopped()
                ? question
                : served.flatMap(flow -> flow.machine().question(seen.state()))
                        .map(ConversationViewer::asks)
                        .orElse(null);
    }

    private static @Nullable OpenQuestion asks(Post post) {
        for (Block block : post.blocks()) {
            if (block instanceof Block.Ask ask) {
                return new OpenQuestion(post.key(), ask.why(), left(ask.inputs()));
            }
        }
        return null;
    }

    private @Nullable Map<String, @Nullable Object> progress() {
        Post root = newest.get(Post.ROOT);
        return root == null
                ? null
                : root.blocks().stream()
                        .filter(Block.Progress.class::isInstance)
                        .map(block -> PostTree.progress((Block.Progress) block))
                        .findFirst()
                        .orElse(null);
    }
}
