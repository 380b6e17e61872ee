package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Truncate;
import java.util.ArrayList;
import java.util.List;

/** The questions of one card: one with few answers gets a button for each, everything else a field and one button for all. */
final class CardQuestions {
    private static final int FEW = 3;
    private static final int SHORT = 30;
    private static final int PICKS = 3;

    static List<ObjectNode> elements(Block.Ask ask) {
        List<ObjectNode> elements = new ArrayList<>();
        for (Input input : ask.inputs()) {
            if (byButtons(ask)) {
                elements.add(CardJson.text("**" + Markdown.escaped(Truncate.to(input.question(), 600)) + "**"));
                elements.addAll(TeamsInputFields.hint(input));
            } else {
                elements.addAll(TeamsInputFields.hint(input));
                elements.add(TeamsInputFields.of(input, true));
            }
        }
        return elements;
    }

    static List<ObjectNode> actions(CardOrigin origin, Block.Ask ask) {
        if (ask.inputs().isEmpty()) {
            return List.of();
        }
        Input first = ask.inputs().getFirst();
        if (byButtons(ask)) {
            return answers(origin, first, options(first));
        }
        List<ObjectNode> actions = new ArrayList<>();
        List<String> facts = ask.inputs().stream().map(Input::fact).toList();
        actions.add(CardButtons.execute(Captions.ANSWER, ClickCode.fill(origin, facts), true)
                .put("style", "positive"));
        if (ask.inputs().size() == 1 && first.kind() instanceof Input.Number number) {
            List<Input.Option> picks = number.picks();
            actions.addAll(answers(origin, first, picks.subList(0, Math.min(PICKS, picks.size()))));
        }
        return actions;
    }

    private static boolean byButtons(Block.Ask ask) {
        if (ask.inputs().size() != 1) {
            return false;
        }
        List<Input.Option> options = options(ask.inputs().getFirst());
        return !options.isEmpty()
                && options.size() <= FEW
                && options.stream()
                        .allMatch(option ->
                                option.description().isBlank() && option.label().length() <= SHORT);
    }

    private static List<Input.Option> options(Input input) {
        boolean one = input.kind() instanceof Input.YesNo || input.kind() instanceof Input.One;
        return one ? input.kind().offered() : List.of();
    }

    private static List<ObjectNode> answers(CardOrigin origin, Input input, List<Input.Option> options) {
        return options.stream()
                .flatMap(option ->
                        CardButtons.of(
                                origin, Button.plain(option.label(), new Action.Answer(input.fact(), option.value())))
                                .stream())
                .toList();
    }
}
