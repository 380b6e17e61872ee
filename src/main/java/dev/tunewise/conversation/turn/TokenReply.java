package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.TokenCountPort;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.reading.result.Intent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says how many tokens a pasted text has, and offers the number as the answer to the facts that count tokens. */
record TokenReply(FlowContext kit, TokenCountPort counting) {
    private static final String TOKENS = "tokens";
    private static final String MODEL = "models";
    private static final String OUTPUT = "output";

    boolean reply(TurnBuilder work, Intent.Tokens asked) {
        if (asked.pasted().isBlank()) {
            work.say(kit.text("tokens-nothing"));
            return true;
        }
        Optional<TokenCountPort.Counted> counted = counting.count(asked.pasted(), model(work.now()));
        counted.ifPresent(count -> say(work, asked, count));
        return counted.isPresent();
    }

    private void say(TurnBuilder work, Intent.Tokens asked, TokenCountPort.Counted count) {
        String number = NumberFormat.number(BigDecimal.valueOf(count.tokens()));
        String phrase = count.approximate() ? "tokens-about" : "tokens";
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.text(phrase, number, count.encoding(), count.why())));
        List<Button> buttons = offers(asked.part(), count.tokens());
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        work.say(blocks);
    }

    private List<Button> offers(Intent.Tokens.Part part, int tokens) {
        BigDecimal number = BigDecimal.valueOf(tokens);
        return kit.flow().facts().stream()
                .filter(TokenReply::countsTokens)
                .filter(fact -> ValueConstraints.fits(fact, Value.Quantity.of(number)) && mayBe(part, fact))
                .sorted(Comparator.comparing(fact -> !isOf(part, fact)))
                .map(fact -> Button.plain(
                        Truncate.button(kit.plain("button-use-tokens", NumberFormat.number(number), kit.label(fact))),
                        new Action.Command(ConversationCommand.ADOPT.id(), Map.of(fact.id(), number.toPlainString()))))
                .toList();
    }

    private static boolean countsTokens(Fact fact) {
        Unit unit = fact.unit();
        return unit != null && unit.kind() == Unit.Kind.COUNT && unit.noun().equals(TOKENS);
    }

    /** What goes in is never what comes out. */
    private static boolean mayBe(Intent.Tokens.Part part, Fact fact) {
        boolean comesOut = fact.id().contains(OUTPUT);
        return switch (part) {
            case UNKNOWN -> true;
            case OUTPUT -> comesOut;
            case PROMPT, INPUT -> !comesOut;
        };
    }

    private static boolean isOf(Intent.Tokens.Part part, Fact fact) {
        return part != Intent.Tokens.Part.UNKNOWN
                && fact.id().contains(part.name().toLowerCase(Locale.ROOT));
    }

    private Optional<String> model(ConversationState state) {
        return kit.flow().facts().stream()
                .filter(fact -> MODEL.equals(fact.catalogue()))
                .findFirst()
                .flatMap(fact -> state.held(fact.id()))
                .map(RecordedAnswer::value)
                .filter(Value.Choice.class::isInstance)
                .map(value -> ((Value.Choice) value).id());
    }
}
