package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.conversation.state.ConversationCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buttons: at most six on a card, the rest one click further. */
final class CardButtons {
    static final int MOST = 6;
    private static final int TITLE = 60;
    private static final int CHOICES = 60;

    /** A button that answers or commands; it needs no field to be filled in. Empty where an address cannot be opened. */
    static Optional<ObjectNode> of(CardOrigin origin, Button button) {
        String title = Markdown.plain(button.label(), TITLE);
        if (button.action() instanceof Action.Open open) {
            return Markdown.address(open.url())
                    .map(url ->
                            CardJson.typed("Action.OpenUrl").put("title", title).put("url", url));
        }
        ObjectNode code = ClickCode.act(origin, button.action());
        if (button.action().equals(ConversationCommand.FORM.action())) {
            return Optional.of(dialog(title, code));
        }
        ObjectNode execute = execute(title, code, false);
        style(execute, button.style());
        return Optional.of(execute);
    }

    private static void style(ObjectNode action, Button.Style style) {
        switch (style) {
            case PRIMARY -> action.put("style", "positive");
            case DANGER -> action.put("style", "destructive");
            case PLAIN, QUIET -> {}
        }
    }

    /** A button with a stand-in for clients that know no `Action.Execute`. */
    static ObjectNode execute(String title, ObjectNode data, boolean withFields) {
        ObjectNode execute =
                CardJson.typed("Action.Execute").put("title", title).put("verb", "tunewise");
        ObjectNode submit = CardJson.typed("Action.Submit").put("title", title);
        execute.set("data", data);
        submit.set("data", data.deepCopy());
        if (!withFields) {
            execute.put("associatedInputs", "none");
            submit.put("associatedInputs", "none");
        }
        execute.set("fallback", submit);
        return execute;
    }

    /** The same card with buttons as dialogs know them, which send what they hold and close the dialog. */
    static ObjectNode submitting(ObjectNode card) {
        return (ObjectNode) submit(card);
    }

    private static JsonNode submit(JsonNode node) {
        if (node.path("type").asText().equals("Action.Execute")) {
            return node.path("fallback");
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = CardJson.object();
            object.properties().forEach(field -> copy.set(field.getKey(), submit(field.getValue())));
            return copy;
        }
        return node.isArray()
                ? CardJson.array(node.valueStream().map(CardButtons::submit).toList())
                : node;
    }

    static ObjectNode dialog(String title, ObjectNode data) {
        ObjectNode submit = CardJson.typed("Action.Submit").put("title", Markdown.plain(title, TITLE));
        ObjectNode code = data.deepCopy();
        code.set("msteams", CardJson.object().put("type", "task/fetch"));
        submit.set("data", code);
        return submit.put("associatedInputs", "none");
    }

    /** The row of a card. `first`: buttons that come first, drawn already. */
    static List<ObjectNode> row(CardOrigin origin, List<ObjectNode> first, List<Button> buttons) {
        Map<Action, Button> distinct = new LinkedHashMap<>();
        buttons.forEach(button -> distinct.putIfAbsent(button.action(), button));
        List<Button> all = List.copyOf(distinct.values());
        if (first.size() + all.size() <= MOST) {
            List<ObjectNode> row = new ArrayList<>(first);
            all.forEach(button -> of(origin, button).ifPresent(row::add));
            return row;
        }
        int drawn = Math.min(first.size(), MOST - 1);
        List<ObjectNode> row = new ArrayList<>(first.subList(0, drawn));
        List<Button> rest = new ArrayList<>();
        for (Button button : all) {
            if (row.size() < MOST - 1) {
                of(origin, button).ifPresent(row::add);
            } else {
                rest.add(button);
            }
        }
        row.add(more(origin, first.subList(drawn, first.size()), rest));
        return row;
    }

    private static ObjectNode more(CardOrigin origin, List<ObjectNode> first, List<Button> rest) {
        ObjectNode card = CardJson.typed("AdaptiveCard");
        List<ObjectNode> actions = new ArrayList<>(first.subList(0, Math.min(first.size(), MOST - 1)));
        if (actions.size() + rest.size() <= MOST) {
            rest.forEach(button -> of(origin, button).ifPresent(actions::add));
        } else {
            card.set("body", CardJson.array(List.of(menu(rest))));
            actions.add(execute(Captions.GO, ClickCode.pick(origin), true));
        }
        if (!card.has("body")) {
            // Some clients show nothing of a card without one.
            card.set("body", CardJson.array(List.of()));
        }
        card.set("actions", CardJson.array(actions));
        return CardJson.typed("Action.ShowCard").put("title", Captions.MORE).set("card", card);
    }

    private static ObjectNode menu(List<Button> buttons) {
        ObjectNode field = CardJson.typed("Input.ChoiceSet")
                .put("id", ClickCode.PICK)
                .put("label", Captions.WHAT_TO_DO)
                .put("style", "compact")
                .put("isRequired", true)
                .put("errorMessage", Captions.CHOOSE_ONE + ".");
        List<ObjectNode> choices = buttons.stream()
                .filter(button -> !(button.action() instanceof Action.Open))
                .limit(CHOICES)
                .map(button -> CardJson.object()
                        .put("title", Markdown.plain(button.label(), TITLE))
                        .put("value", ClickCode.value(button.action())))
                .toList();
        field.set("choices", CardJson.array(choices));
        return field;
    }

    /** Words that can be clicked, for places where there are too many for buttons. */
    static ObjectNode words(CardOrigin origin, String label, Action action) {
        ObjectNode column = CardJson.typed("Column").put("width", "auto");
        column.set(
                "items",
                CardJson.array(List.of(CardJson.text(Markdown.escaped(label))
                        .put("color", "Accent")
                        .put("size", "Small"))));
        if (!(action instanceof Action.Open)) {
            column.set("selectAction", execute(Markdown.plain(label, TITLE), ClickCode.act(origin, action), false));
        }
        return column;
    }
}
