package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Truncate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Questions as fields with labels and error messages. Screen readers speak the labels, so the question is the label. */
final class TeamsInputFields {
    private static final int LABEL = 300;
    private static final int EXPANDED = 8;
    private static final int OPTIONS = 100;
    private static final int OPTION = 120;

    /** `required`: whether the client holds the card back without it. */
    static ObjectNode of(Input input, boolean required) {
        ObjectNode field = switch (input.kind()) {
            case Input.One one -> choices(input, one.options(), false);
            case Input.Many many -> choices(input, many.options(), true);
            case Input.YesNo _ -> choices(input, Captions.yesNo(), false);
            case Input.Search search -> search(input, search);
            case Input.Number number -> number(input, number);
        };
        field.put("id", ClickCode.FIELD + input.fact());
        field.put("label", Markdown.plain(input.labelled(), LABEL));
        boolean needed = required && !(input.kind() instanceof Input.Many);
        if (needed) {
            field.put("isRequired", true);
        }
        field.put("errorMessage", Captions.expected(input));
        return field;
    }

    static List<ObjectNode> hint(Input input) {
        return input.hint().isBlank()
                ? List.of()
                : List.of(CardJson.small(Markdown.escaped(Truncate.to(input.hint(), 500))));
    }

    private static ObjectNode choices(Input input, List<Input.Option> options, boolean many) {
        ObjectNode field = CardJson.typed("Input.ChoiceSet");
        boolean expanded = options.size() <= EXPANDED || many;
        field.put("style", expanded ? "expanded" : "compact").put("wrap", true);
        if (!expanded) {
            field.put("placeholder", Captions.CHOOSE_ONE);
        }
        if (many) {
            field.put("isMultiSelect", true);
        }
        return with(field, input, options, options.size() <= EXPANDED);
    }

    private static ObjectNode search(Input input, Input.Search search) {
        if (search.suggestions().isEmpty()) {
            ObjectNode text = CardJson.typed("Input.Text").put("maxLength", 200);
            return input.current().isEmpty() ? text : text.put("value", input.current());
        }
        ObjectNode field =
                CardJson.typed("Input.ChoiceSet").put("style", "filtered").put("placeholder", Captions.TYPE_TO_SEARCH);
        return with(field, input, search.suggestions(), false);
    }

    private static ObjectNode with(ObjectNode field, Input input, List<Input.Option> options, boolean described) {
        List<ObjectNode> choices = new ArrayList<>();
        for (Input.Option option : options.subList(0, Math.min(OPTIONS, options.size()))) {
            String title = option.description().isBlank() || !described
                    ? option.label()
                    : option.label() + ": " + option.description();
            choices.add(CardJson.object()
                    .put("title", Markdown.plain(title, described ? OPTION * 2 : OPTION))
                    .put("value", option.value()));
        }
        field.set("choices", CardJson.array(choices));
        return input.current().isEmpty() ? field : field.put("value", input.current());
    }

    private static ObjectNode number(Input input, Input.Number number) {
        ObjectNode field = CardJson.typed("Input.Number");
        bound(field, "min", number.min());
        bound(field, "max", number.max());
        bound(field, "value", input.current());
        return field;
    }

    private static void bound(ObjectNode field, String name, String decimal) {
        if (decimal.isEmpty()) {
            return;
        }
        try {
            field.put(name, new BigDecimal(decimal).doubleValue());
        } catch (NumberFormatException noNumber) {
            // The field then has no such bound; the machine checks what comes.
            field.remove(name);
        }
    }
}
