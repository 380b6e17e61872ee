package dev.tunewise.api.consultation;

import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.api.advice.AnswerDocument;
import dev.tunewise.api.flow.ServedFlow;
import dev.tunewise.api.flow.ValueJson;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.session.turn.Consultations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a consultation to programs. */
public final class ConversationViewer {
    private final Consultations.Seen seen;
    private final Map<String, Post> newest = new LinkedHashMap<>();

    public ConversationViewer(Consultations.Seen seen, List<Kept> posts) {
        this.seen = seen;
        posts.forEach(kept -> newest.put(kept.post().key(), kept.post()));
    }

    /** All that was said, later versions in place of earlier ones. */
    public List<Post> all() {
        return new ArrayList<>(newest.values());
    }

    public ConversationView view(List<Post> messages, boolean repeated, Optional<ServedFlow> served) {
        ConversationState state = seen.state();
        Optional<Advice> advice = served.map(flow -> flow.consultant().advise(state.answers(), state.parameters()));
        @Nullable
        Map<String, @Nullable Object> verdict =
                advice.flatMap(Advice::decision).map(AdviceDocument::verdict).orElse(null);
        @Nullable
        Map<String, @Nullable Object> answer = served.map(
                        flow -> flow.consultant().caseAnswer(state.answers(), state.parameters(), advice.orElseThrow()))
                .filter(each -> !each.isEmpty())
                .map(AnswerDocument::of)
                .orElse(null);
        ConversationView.QuestionView asked = question(served);
        String stands = state.stopped() ? "stopped" : state.concluded().isPresent() ? "concluded" : "open";
        return new ConversationView(
                seen.conversation().id(),
                seen.conversation().flow(),
                seen.conversation().version(),
                repeated,
                state.title(),
                stands,
                MessageView.of(messages),
                asked,
                progress(),
                verdict,
                answer,
                needs(state, asked, advice.map(Advice::needs).orElse(List.of())),
                answers(state).stream()
                        .filter(fact -> listed(fact.fact(), served))
                        .toList(),
                leaning(state),
                facts(state).stream()
                        .filter(fact -> listed(fact.fact(), served))
                        .toList(),
                settings(state),
                seen.conversation().createdAt());
    }

    private static boolean listed(String fact, Optional<ServedFlow> served) {
        return served.filter(flow -> flow.flow().isAboutTheQuestion(fact)).isEmpty();
    }

    /** What the thread is asked comes first, then what else the rules wait for; nothing once the answer is given. */
    private static List<String> needs(
            ConversationState state, ConversationView.@Nullable QuestionView asked, List<String> waits) {
        Set<String> needs = new LinkedHashSet<>();
        if (state.concluded().isEmpty() || state.reopened().isPresent()) {
            if (asked != null) {
                asked.inputs().forEach(input -> needs.add(input.fact()));
            }
            needs.addAll(waits);
        }
        return List.copyOf(needs);
    }

    private static List<ConversationView.FactAnswerView> answers(ConversationState state) {
        List<ConversationView.FactAnswerView> answers = new ArrayList<>();
        state.held().forEach((fact, held) -> answers.add(answer(fact, held)));
        return answers;
    }

    private static ConversationView.@Nullable LeaningView leaning(ConversationState state) {
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning == null) {
            return null;
        }
        Change.Leaned now = leaning.now();
        return new ConversationView.LeaningView(
                null, now.lever(), now.verdict(), now.headline(), now.probability() / 100.0, now.decides());
    }

    /** What is known by status, proposals that wait for a person included. */
    private static List<ConversationView.FactView> facts(ConversationState state) {
        List<ConversationView.FactView> facts = new ArrayList<>();
        state.held()
                .forEach((fact, held) -> facts.add(new ConversationView.FactView(
                        fact,
                        ValueJson.of(held.value()),
                        status(held.basis()),
                        held.by().name(),
                        held.at(),
                        held.quote(),
                        held.from())));
        state.doubts().forEach((fact, doubt) -> {
            if (doubt instanceof OpenConflict.Proposal proposal && !state.held().containsKey(fact)) {
                facts.add(new ConversationView.FactView(
                        fact,
                        ValueJson.of(proposal.value()),
                        "proposed",
                        proposal.by().name(),
                        null,
                        proposal.quote(),
                        List.of()));
            }
        });
        return facts;
    }

    private static String basis(RecordedAnswer.Basis basis) {
        return basis == RecordedAnswer.Basis.SKIPPED ? "skipped" : status(basis);
    }

    private static String status(RecordedAnswer.Basis basis) {
        return switch (basis) {
            case SAID -> "said";
            case IMPLIED -> "implied";
            case ASSUMED, SKIPPED, PRESUMED -> "assumed";
        };
    }

    private static List<ConversationView.SettingView> settings(ConversationState state) {
        List<ConversationView.SettingView> settings = new ArrayList<>();
        state.tunings()
                .forEach((parameter, tuning) -> settings.add(new ConversationView.SettingView(
                        parameter, ValueJson.plain(tuning.value()), tuning.by().name(), tuning.at(), tuning.quote())));
        return settings;
    }

    private static ConversationView.FactAnswerView answer(String fact, RecordedAnswer held) {
        return new ConversationView.FactAnswerView(
                fact, ValueJson.of(held.value()), basis(held.basis()), held.by().name(), held.at(), held.quote());
    }

    /** What is left of a card that asks several things; all of it where answers are to be changed. */
    private static List<Input> left(List<Input> inputs) {
        List<Input> left =
                inputs.stream().filter(input -> input.current().isEmpty()).toList();
        return left.isEmpty() ? inputs : left;
    }

    /** The newest card that still asks, or the question that a card holds back; settled cards are posted again without their questions. */
    private ConversationView.@Nullable QuestionView question(Optional<ServedFlow> served) {
        ConversationView.QuestionView question = null;
        for (Post post : newest.values()) {
            ConversationView.QuestionView asks = asks(post);
            question = asks == null ? question : asks;
        }
        return question != null || seen.state().stopped()
                ? question
                : served.flatMap(flow -> flow.questions().open(seen.state()))
                        .map(ConversationViewer::asks)
                        .orElse(null);
    }

    private static ConversationView.@Nullable QuestionView asks(Post post) {
        for (Block block : post.blocks()) {
            if (block instanceof Block.Ask ask) {
                return new ConversationView.QuestionView(post.key(), ask.why(), InputView.of(left(ask.inputs())));
            }
        }
        return null;
    }

    private BlockJson.@Nullable ProgressView progress() {
        Post root = newest.get(Post.ROOT);
        return root == null
                ? null
                : root.blocks().stream()
                        .filter(Block.Progress.class::isInstance)
                        .map(Block.Progress.class::cast)
                        .map(progress -> new BlockJson.ProgressView(progress.answered(), progress.remaining()))
                        .findFirst()
                        .orElse(null);
    }
}
