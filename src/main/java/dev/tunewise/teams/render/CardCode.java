package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Code on a card: an element that copies as it was written, with lines of text for clients that do not draw it. */
final class CardCode {
    /** Our names of languages in Teams' words; any other is shown without colours. */
    private static final Map<String, String> LANGUAGES = Map.of(
            "bash", "Bash",
            "shell", "Bash",
            "python", "Python",
            "json", "Json",
            "java", "Java",
            "sql", "Sql",
            "xml", "Xml",
            "javascript", "JavaScript");

    static ObjectNode of(String language, List<String> lines) {
        return CardJson.typed("CodeBlock")
                .put("codeSnippet", String.join("\n", lines))
                .put("language", LANGUAGES.getOrDefault(language.toLowerCase(Locale.ROOT), "PlainText"))
                .set("fallback", asText(lines));
    }

    /** Lines as they are, one below the other: runs of text know no Markdown. Only blanks at the start are made hard, since they would be dropped. */
    private static ObjectNode asText(List<String> lines) {
        return CardJson.container(lines.stream().map(CardCode::line).toList()).put("style", "emphasis");
    }

    private static ObjectNode line(String characters) {
        int indent = characters.length() - characters.stripLeading().length();
        String shown = characters.isBlank() ? "\u00a0" : "\u00a0".repeat(indent) + characters.substring(indent);
        ObjectNode run = CardJson.typed("TextRun")
                .put("text", shown)
                .put("fontType", "Monospace")
                .put("size", "Small");
        return CardJson.typed("RichTextBlock").put("spacing", "None").set("inlines", CardJson.array(List.of(run)));
    }
}
