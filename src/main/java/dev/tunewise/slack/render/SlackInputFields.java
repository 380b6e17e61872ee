package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.OptionCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions as fields to fill in, on cards and in windows. */
final class SlackInputFields {
    private static final int QUESTION = 300;
    private static final int HINT = 300;

    /** A field with several values on a card, taken by a button beside it. */
    static ObjectNode many(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.MANY, input.fact());
        return block(input, sheet, several(input, actionId), false);
    }

    static ObjectNode of(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.FIELD, input.fact());
        return block(input, sheet, element(input, actionId), input.required());
    }

    /** A field of a window in which anything can be typed, also where the question offers options. */
    static ObjectNode typed(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.FIELD, input.fact());
        ObjectNode element =
                input.kind() instanceof Input.Number number ? number(input, number, actionId) : text(actionId);
        return block(input, sheet, element, true);
    }

    private static ObjectNode block(Input input, SlackRenderContext sheet, ObjectNode element, boolean required) {
        return BlockKit.input(
                sheet.blockId(),
                Truncate.filled(input.labelled(), QUESTION),
                Truncate.to(input.hint(), HINT),
                !required,
                element);
    }

    private static ObjectNode element(Input input, String actionId) {
        return switch (input.kind()) {
            case Input.One _, Input.YesNo _, Input.Search _ -> single(input, actionId);
            case Input.Many _ -> several(input, actionId);
            case Input.Number number -> number(input, number, actionId);
        };
    }

    private static ObjectNode single(Input input, String actionId) {
        return menu(input, actionId).orElseGet(() -> text(actionId));
    }

    /** A menu of the options; empty where there are none. */
    static Optional<ObjectNode> menu(Input input, String actionId) {
        List<OptionCode.Entry> entries = OptionCode.entries(input, SlackLimits.SELECT_OPTIONS);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectNode> options = AnswerControls.options(entries);
        ObjectNode select = BlockKit.select("static_select", actionId, Captions.CHOOSE_ONE, options);
        chosen(entries, options, List.of(input.current())).forEach(option -> select.set("initial_option", option));
        return Optional.of(select);
    }

    /** The options that stand for these values. */
    private static List<ObjectNode> chosen(
            List<OptionCode.Entry> entries, List<ObjectNode> options, List<String> values) {
        return IntStream.range(0, options.size())
                .filter(index -> values.contains(entries.get(index).option().value()))
                .mapToObj(index -> options.get(index).deepCopy())
                .toList();
    }

    private static ObjectNode several(Input input, String actionId) {
        List<OptionCode.Entry> entries = OptionCode.entries(input, SlackLimits.SELECT_OPTIONS);
        if (entries.isEmpty()) {
            return text(actionId);
        }
        List<ObjectNode> options = AnswerControls.options(entries);
        ObjectNode element = entries.size() <= SlackLimits.CHECKBOXES
                ? BlockKit.element("checkboxes", actionId).set("options", BlockKit.array(options))
                : BlockKit.select("multi_static_select", actionId, Captions.CHOOSE_SEVERAL, options);
        List<String> current =
                input.current().isEmpty() ? List.of() : List.of(input.current().split(","));
        List<ObjectNode> chosen = chosen(entries, options, current);
        if (!chosen.isEmpty()) {
            element.set("initial_options", BlockKit.array(chosen));
        }
        return element;
    }

    private static ObjectNode number(Input input, Input.Number number, String actionId) {
        ObjectNode field = BlockKit.element("number_input", actionId).put("is_decimal_allowed", true);
        if (!number.min().isBlank()) {
            field.put("min_value", number.min());
        }
        if (!number.max().isBlank()) {
            field.put("max_value", number.max());
        }
        if (isDecimal(input.current())) {
            field.put("initial_value", input.current());
        }
        return field;
    }

    private static boolean isDecimal(String text) {
        return text.matches("-?\\d{1,30}(\\.\\d{1,30})?");
    }

    private static ObjectNode text(String actionId) {
        return BlockKit.element("plain_text_input", actionId).put("max_length", SlackLimits.SECTION_TEXT);
    }
}
