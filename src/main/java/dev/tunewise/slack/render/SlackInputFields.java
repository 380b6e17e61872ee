package dev.tunewise.slack.render;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.Truncate;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.OptionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions as fields to fill in, on cards and in windows. */
final class SlackInputFields {
    private static final int QUESTION = 300;
    private static final int HINT = 300;

    /** A field with several values on a card, taken by a button beside it. */
    static JsonObject many(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.MANY, input.fact());
        return block(input, sheet, several(input, actionId), false);
    }

    static JsonObject of(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.FIELD, input.fact());
        return block(input, sheet, element(input, actionId), input.required());
    }

    /** A field of a window in which anything can be typed, also where the question offers options. */
    static JsonObject typed(Input input, SlackRenderContext sheet) {
        String actionId = sheet.actionId(ActionId.Kind.FIELD, input.fact());
        JsonObject element =
                input.kind() instanceof Input.Number number ? number(input, number, actionId) : text(actionId);
        return block(input, sheet, element, true);
    }

    private static JsonObject block(Input input, SlackRenderContext sheet, JsonObject element, boolean required) {
        return BlockKit.input(
                sheet.blockId(),
                Truncate.filled(input.labelled(), QUESTION),
                Truncate.to(input.hint(), HINT),
                !required,
                element);
    }

    private static JsonObject element(Input input, String actionId) {
        return switch (input.kind()) {
            case Input.One _, Input.YesNo _, Input.Search _ -> single(input, actionId);
            case Input.Many _ -> several(input, actionId);
            case Input.Number number -> number(input, number, actionId);
        };
    }

    private static JsonObject single(Input input, String actionId) {
        return menu(input, actionId).orElseGet(() -> text(actionId));
    }

    /** A menu of the options; empty where there are none. */
    static Optional<JsonObject> menu(Input input, String actionId) {
        List<OptionCode.Entry> entries = OptionCode.entries(input, SlackLimits.SELECT_OPTIONS);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<JsonObject> options = AnswerControls.options(entries);
        JsonObject select = BlockKit.select("static_select", actionId, Captions.CHOOSE_ONE, options);
        for (int index = 0; index < options.size(); index++) {
            if (entries.get(index).option().value().equals(input.current())) {
                select.add("initial_option", options.get(index).deepCopy());
            }
        }
        return Optional.of(select);
    }

    private static JsonObject several(Input input, String actionId) {
        List<OptionCode.Entry> entries = OptionCode.entries(input, SlackLimits.SELECT_OPTIONS);
        if (entries.isEmpty()) {
            return text(actionId);
        }
        boolean boxes = entries.size() <= SlackLimits.CHECKBOXES;
        List<JsonObject> options = AnswerControls.options(entries);
        JsonObject element = boxes
                ? BlockKit.typed("checkboxes")
                : BlockKit.select("multi_static_select", actionId, Captions.CHOOSE_SEVERAL, options);
        if (boxes) {
            element.addProperty("action_id", actionId);
            element.add("options", BlockKit.array(options));
        }
        Set<String> current = Set.of(input.current().isEmpty() ? new String[0] : unique(input.current()));
        List<JsonObject> chosen = new ArrayList<>();
        for (int index = 0; index < options.size(); index++) {
            if (current.contains(entries.get(index).option().value())) {
                chosen.add(options.get(index).deepCopy());
            }
        }
        if (!chosen.isEmpty()) {
            element.add("initial_options", BlockKit.array(chosen));
        }
        return element;
    }

    private static String[] unique(String values) {
        return List.of(values.split(",")).stream().distinct().toArray(String[]::new);
    }

    private static JsonObject number(Input input, Input.Number number, String actionId) {
        JsonObject field = BlockKit.typed("number_input");
        field.addProperty("action_id", actionId);
        field.addProperty("is_decimal_allowed", true);
        if (!number.min().isBlank()) {
            field.addProperty("min_value", number.min());
        }
        if (!number.max().isBlank()) {
            field.addProperty("max_value", number.max());
        }
        if (isDecimal(input.current())) {
            field.addProperty("initial_value", input.current());
        }
        return field;
    }

    private static boolean isDecimal(String text) {
        return text.matches("-?\\d{1,30}(\\.\\d{1,30})?");
    }

    private static JsonObject text(String actionId) {
        JsonObject field = BlockKit.typed("plain_text_input");
        field.addProperty("action_id", actionId);
        field.addProperty("max_length", SlackLimits.SECTION_TEXT);
        return field;
    }
}
