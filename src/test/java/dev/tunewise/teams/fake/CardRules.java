package dev.tunewise.teams.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Teams and its store ask of a card. */
public final class CardRules {
    private static final Set<String> ELEMENTS = Set.of(
            "AdaptiveCard",
            "TextBlock",
            "RichTextBlock",
            "TextRun",
            "Image",
            "Container",
            "ColumnSet",
            "Column",
            "FactSet",
            "Table",
            "Chart.Line",
            "CodeBlock",
            "Chart.VerticalBar",
            "TableRow",
            "TableCell",
            "Input.Text",
            "Input.Number",
            "Input.ChoiceSet",
            "Action.Execute",
            "Action.Submit",
            "Action.OpenUrl",
            "Action.ShowCard",
            "Action.ToggleVisibility",
            "task/fetch");
    private static final Pattern HEADING_OR_TABLE = Pattern.compile("(?m)^(#{1,6} |\\|.*\\|$)");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CardRules() {}

    /** Everything that is wrong with a card. */
    public static List<String> faults(JsonNode card) {
        CardRules rules = new CardRules();
        int bytes = card.toString().getBytes(StandardCharsets.UTF_8).length;
        rules.check(bytes <= 27 * 1024, "card of " + bytes + " bytes");
        rules.check(card.path("version").asText().equals("1.5"), "version " + card.path("version"));
        rules.check(!card.path("fallbackText").asText().isBlank(), "no fallbackText");
        rules.check(!card.path("body").isEmpty(), "empty body");
        rules.walk(card);
        return rules.faults;
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void walk(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::walk);
            return;
        }
        if (!node.isObject()) {
            return;
        }
        String type = node.path("type").asText("");
        check(type.isEmpty() || ELEMENTS.contains(type), "unknown element " + type);
        switch (type) {
            case "AdaptiveCard" -> {
                check(node.path("body").isArray(), "a card without body, which some clients do not show");
                check(node.path("actions").size() <= 6, node.path("actions").size() + " actions");
                check(node.path("body").isArray(), "a card in a card without a body");
            }
            case "TextBlock" -> text(node.path("text").asText(""));
            case "Image" -> check(!node.path("altText").asText().isBlank(), "image without words");
            case "Chart.Line", "Chart.VerticalBar" ->
                check(node.path("fallback").path("type").asText().equals("Table"), "chart without table");
            case "CodeBlock" ->
                check(node.path("fallback").path("type").asText().equals("Container"), "code without fallback");
            case "Table" -> check(node.has("fallback"), "table without fallback");
            case "FactSet" ->
                node.path("facts").forEach(fact -> text(fact.path("value").asText("")));
            case "Action.Execute" ->
                check(node.path("fallback").path("type").asText().equals("Action.Submit"), "no fallback");
            default -> {
                if (type.startsWith("Input.")) {
                    input(node);
                }
            }
        }
        check(!type.startsWith("Action.") || !node.path("title").asText().isBlank(), "action without title");
        node.properties().stream()
                .filter(field -> !field.getKey().equals("data"))
                .forEach(field -> walk(field.getValue()));
    }

    private void text(String text) {
        check(!text.toLowerCase(java.util.Locale.ROOT).contains("<at"), "mention in " + text);
        check(!HEADING_OR_TABLE.matcher(text).find(), "Markdown that Teams does not read: " + text);
    }

    private void input(JsonNode input) {
        String id = input.path("id").asText("");
        check(!id.isEmpty() && ids.add(id), "id of input \"" + id + "\"");
        check(!input.path("label").asText().isBlank(), id + " without label");
        check(!input.path("errorMessage").asText().isBlank(), id + " without error message");
        check(
                !input.path("type").asText().equals("Input.ChoiceSet")
                        || !input.path("choices").isEmpty(),
                id + " without choices");
    }
}
