package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.PrefixFit;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.BlockWeight;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.OptionCode;
import java.util.ArrayList;
import java.util.List;

/** What is clicked to answer a question on a card: buttons for a few short options, a menu for more, a window for what is typed. */
final class AnswerControls {
    private static final int FEW = 5;
    private static final int SHORT = 35;
    private static final int MENU_CHARACTERS = 3_000;

    static List<ObjectNode> of(Input input, SlackRenderContext sheet) {
        return switch (input.kind()) {
            case Input.YesNo _ -> buttons(input, sheet);
            case Input.One _ -> options(input, sheet);
            case Input.Number _ -> with(options(input, sheet), type(input, Captions.OTHER_NUMBER, sheet));
            case Input.Search _ -> with(menu(input, sheet), type(input, Captions.TYPE_NAME, sheet));
            case Input.Many _ ->
                List.of(
                        take(input, sheet),
                        BlockKit.button(
                                sheet.actionId(ActionId.Kind.DO, input.fact()),
                                Captions.NONE_OF_THESE,
                                answer(input, "", sheet)));
        };
    }

    private static List<ObjectNode> options(Input input, SlackRenderContext sheet) {
        List<OptionCode.Entry> entries = OptionCode.entries(input, SlackLimits.SELECT_OPTIONS);
        boolean few = entries.size() <= FEW
                && entries.stream()
                        .map(OptionCode.Entry::option)
                        .allMatch(option -> option.label().length() <= SHORT
                                && option.description().isBlank());
        return few ? buttons(input, sheet) : menu(input, sheet);
    }

    private static List<ObjectNode> buttons(Input input, SlackRenderContext sheet) {
        List<ObjectNode> buttons = new ArrayList<>();
        for (OptionCode.Entry entry : OptionCode.entries(input, FEW)) {
            String actionId = sheet.actionId(ActionId.Kind.PICK, input.fact());
            buttons.add(BlockKit.button(actionId, entry.option().label(), entry.code()));
        }
        return buttons;
    }

    private static List<ObjectNode> menu(Input input, SlackRenderContext sheet) {
        return SlackInputFields.menu(input, sheet.actionId(ActionId.Kind.PICK, input.fact())).stream()
                .toList();
    }

    /** The options of a menu; without their second lines, then fewer, where they would fill the message. */
    static List<ObjectNode> options(List<OptionCode.Entry> entries) {
        List<ObjectNode> options = entries.stream()
                .map(entry -> BlockKit.option(
                        entry.option().label(),
                        entry.code(),
                        entries.size() > 40 ? "" : entry.option().description()))
                .toList();
        int count = PrefixFit.of(options.size(), some -> BlockWeight.of(options.subList(0, some)) <= MENU_CHARACTERS);
        return options.subList(0, Math.max(1, count));
    }

    private static ObjectNode take(Input input, SlackRenderContext sheet) {
        String fact = Truncate.head(input.fact(), SlackLimits.BUTTON_VALUE);
        return BlockKit.button(sheet.actionId(ActionId.Kind.TAKE, input.fact()), Captions.DONE, fact)
                .put("style", "primary");
    }

    private static ObjectNode type(Input input, String label, SlackRenderContext sheet) {
        return BlockKit.button(sheet.actionId(ActionId.Kind.TYPE, input.fact()), label, "type");
    }

    private static String answer(Input input, String value, SlackRenderContext sheet) {
        return sheet.codes().write(new Action.Answer(input.fact(), value), SlackLimits.BUTTON_VALUE);
    }

    private static List<ObjectNode> with(List<ObjectNode> controls, ObjectNode more) {
        List<ObjectNode> all = new ArrayList<>(controls);
        all.add(more);
        return all;
    }
}
