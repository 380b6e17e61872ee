package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Question cards: open they ask, settled they shrink to a line for each answer. */
public record QuestionCards(FlowContext kit) {
    /** What the key of an offer begins with that was put again at the end of the thread. */
    public static final String OFFER = "offer:";

    public Post post(String key, ThreadState.Card card, ConversationState state) {
        if (!card.open()) {
            return settled(key, card, state);
        }
        return offers(key, state) ? offer(key, state) : whole(key, card, state);
    }

    /** The open question that stands last, with all its choices, whether or not its card shows them; empty where none is open. */
    public Optional<Post> open(ConversationState state) {
        Optional<Post> last = Optional.empty();
        for (Map.Entry<String, ThreadState.Item> entry : state.shown().items().entrySet()) {
            if (entry.getValue() instanceof ThreadState.Card card && card.open()) {
                last = Optional.of(whole(entry.getKey(), card, state));
            }
        }
        return last.isPresent() ? last : waiting(state);
    }

    /** What waits to be confirmed, or once an answer stands to be settled, as the questions that it would answer. */
    private Optional<Post> waiting(ConversationState state) {
        return state.shown().items().entrySet().stream()
                .flatMap(item -> item.getValue() instanceof ThreadState.Matter matter
                        ? Stream.of(Map.entry(
                                item.getKey(),
                                matter.facts().stream()
                                        .filter(fact -> state.doubts().get(fact) instanceof OpenConflict doubt
                                                && doubt.entry() == matter.entry()
                                                && (doubt instanceof OpenConflict.Dispute
                                                        || state.concluded().isEmpty()))
                                        .toList()))
                        : Stream.empty())
                .filter(matter -> !matter.getValue().isEmpty())
                .reduce((_, later) -> later)
                .map(matter -> whole(matter.getKey(), new ThreadState.Card(matter.getValue(), true), state));
    }

    /** Beside the answer to a particular question the first card only offers the comparison: its question is about something else. */
    private boolean offers(String key, ConversationState state) {
        boolean first = key.startsWith(OFFER)
                || state.shown().items().entrySet().stream()
                        .filter(item -> item.getValue() instanceof ThreadState.Card)
                        .findFirst()
                        .filter(item -> item.getKey().equals(key))
                        .isPresent();
        if (!first || state.reopened().isPresent() || state.concluded().isPresent()) {
            return false;
        }
        return answered(state);
    }

    /** Whether something particular was asked and answered. */
    boolean answered(ConversationState state) {
        return kit.counsel().isAnswered(kit.understood(state));
    }

    /** Whether the card that stands open only offers the whole comparison, beside the answer to a particular question. */
    public boolean offers(ConversationState state) {
        return state.shown().items().entrySet().stream()
                .filter(item -> item.getValue() instanceof ThreadState.Card card && card.open())
                .findFirst()
                .filter(item -> offers(item.getKey(), state))
                .isPresent();
    }

    private Post offer(String key, ConversationState state) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(Button.quiet(kit.plain("button-whole"), ConversationCommand.REPEAT.action()));
        buttons.add(Button.quiet(kit.plain("button-form"), ConversationCommand.FORM.action()));
        if (state.shown().leaning() != null) {
            buttons.add(Button.quiet(kit.plain("button-answer-now"), ConversationCommand.ANSWER_NOW.action()));
        }
        Text offer = state.shown().items().get(key) instanceof ThreadState.Card(List<String> facts, var _)
                ? new ComparisonOffer(kit).text(facts.getFirst(), state)
                : kit.text("for-the-whole");
        return offer.spans().isEmpty()
                ? new Post(key, new Post.Thread(), List.of(new Block.Buttons(buttons)), kit.plain("button-whole"))
                : new Post(
                        key,
                        new Post.Thread(),
                        List.of(new Block.Paragraph(offer), new Block.Buttons(buttons)),
                        offer.characters());
    }

    private Post whole(String key, ThreadState.Card card, ConversationState state) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(ask(card.facts(), state));
        String question = kit.words().question(kit.fact(card.facts().getFirst()));
        String plain = card.facts().size() == 1
                ? question
                : kit.plain("card-more", question, card.facts().size() - 1);
        return new Post(key, new Post.Thread(), blocks, plain);
    }

    private Block.Ask ask(List<String> facts, ConversationState state) {
        List<Input> inputs = facts.stream().map(id -> kit.question(id, state)).toList();
        String why = facts.size() == 1 ? kit.words().why(kit.fact(facts.getFirst())) : whys(facts);
        return new Block.Ask(inputs, why + leads(kit.fact(facts.getFirst()), state), asides(facts, state));
    }

    /** Where each answer to the first question would lead; empty for a fact that has an answer. */
    private String leads(Fact first, ConversationState state) {
        return state.answers().knows(first.id())
                ? ""
                : kit.forecast(state)
                        .map(forecast -> new AnswerLeads(kit).lines(first, forecast))
                        .filter(lines -> !lines.isEmpty())
                        .map(lines -> "\n" + String.join("\n", lines))
                        .orElse("");
    }

    private String whys(List<String> facts) {
        List<String> whys = new ArrayList<>();
        for (String id : facts) {
            Fact fact = kit.fact(id);
            String why = kit.words().why(fact);
            if (!why.isEmpty()) {
                whys.add(kit.label(fact) + ": " + why);
            }
        }
        return String.join("\n", whys);
    }

    private List<Button> asides(List<String> facts, ConversationState state) {
        List<Button> asides = new ArrayList<>();
        String about = String.join(",", facts);
        String reopened = state.mind().reopened();
        RecordedAnswer kept = reopened == null || !facts.contains(reopened)
                ? null
                : state.mind().held().get(reopened);
        if (kept != null && reopened != null) {
            asides.add(Button.quiet(
                    kit.plain("button-keep", kit.shown(reopened, kept.value())),
                    ConversationCommand.KEEP.about(reopened)));
        }
        asides.add(Button.quiet(kit.plain("button-why"), ConversationCommand.WHY.about(about)));
        asides.add(Button.quiet(kit.plain("button-dont-know"), ConversationCommand.DONT_KNOW.about(about)));
        if (kept == null) {
            asides.add(Button.quiet(kit.plain("button-skip"), ConversationCommand.SKIP.about(about)));
        }
        if (state.mind().held().keySet().stream().anyMatch(fact -> !facts.contains(fact))) {
            asides.add(Button.quiet(kit.plain("button-back"), ConversationCommand.BACK.action()));
        }
        asides.add(Button.quiet(kit.plain("button-form"), ConversationCommand.FORM.action()));
        if (state.shown().leaning() != null && kept == null) {
            asides.add(Button.quiet(kit.plain("button-answer-now"), ConversationCommand.ANSWER_NOW.action()));
        }
        return asides;
    }

    private Post settled(String key, ThreadState.Card card, ConversationState state) {
        List<Block> blocks = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        List<Text> lines = new ArrayList<>();
        for (String fact : card.facts()) {
            boolean newest = key.equals(newestCard(fact, state));
            lines.add(line(fact, state, newest));
            if (newest && state.mind().held().containsKey(fact)) {
                buttons.add(change(fact, card.facts().size() == 1));
            }
        }
        lines.forEach(line -> blocks.add(new Block.Paragraph(line)));
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        String plain = String.join("; ", lines.stream().map(Text::characters).toList());
        return new Post(key, new Post.Thread(), blocks, plain);
    }

    private Button change(String fact, boolean alone) {
        String label = alone ? kit.plain("button-change") : kit.plain("button-change-fact", kit.label(fact));
        return Button.quiet(label, ConversationCommand.CHANGE.about(fact));
    }

    private Text line(String fact, ConversationState state, boolean newest) {
        String label = kit.label(fact);
        RecordedAnswer held = state.mind().held().get(fact);
        if (!newest) {
            return kit.text("card-again", label);
        }
        // One thing is asked at a time: what was asked comes again once that is settled.
        boolean first = state.reopened().isPresent()
                || state.doubts().values().stream().anyMatch(OpenConflict.Dispute.class::isInstance);
        String unanswered = first ? "card-later" : "card-not-needed";
        return held == null ? kit.text(unanswered, label) : line(label, fact, held);
    }

    Text line(String label, String fact, RecordedAnswer held) {
        String phrase = switch (held.basis()) {
            case SAID -> "card-answered";
            case ASSUMED -> "card-assumed";
            case SKIPPED -> "card-skipped";
            case IMPLIED -> "card-implied";
            case PRESUMED -> "card-presumed";
        };
        if (held.basis() == RecordedAnswer.Basis.SKIPPED) {
            return kit.text(phrase, label, held.by().name());
        }
        String shown = kit.shown(fact, held.value());
        String value = held.assumed() ? kit.words().assumed(fact, shown) : shown;
        boolean taken = held.basis() == RecordedAnswer.Basis.IMPLIED || held.basis() == RecordedAnswer.Basis.PRESUMED;
        return taken
                ? kit.text(phrase, label, value)
                : kit.text(phrase, label, value, held.by().name());
    }

    /** Key of the newest card that asks or asked for a fact; empty when none did. */
    static String newestCard(String fact, ConversationState state) {
        return state.shown().items().entrySet().stream()
                .filter(item -> item.getValue() instanceof ThreadState.Card card
                        && card.facts().contains(fact))
                .map(Map.Entry::getKey)
                .reduce("", (_, later) -> later);
    }
}
