package dev.tunewise.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tunewise.slack.fake.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A page that shows messages about as Slack does, to look at: `target/slack-preview/*.html`. */
final class Preview {
    private static final Path FOLDER = Path.of("target", "slack-preview");

    private Preview() {}

    /** Writes a page with all messages of a workspace, and the JSON beside it for the judges. */
    static void keep(String name, Workspace workspace) {
        StringBuilder html = new StringBuilder(HEAD);
        for (Workspace.Message message : workspace.messages()) {
            html.append(message(
                    workspace.name(message.user()).orElse("Tunewise"),
                    message.thread().isEmpty() ? "" : " reply",
                    message.text(),
                    message.blocks()));
            emit(name + "-" + message.ts(), message.blocks());
        }
        for (Workspace.Whisper whisper : workspace.whispers()) {
            html.append(message("Tunewise · only you", " reply", whisper.text(), whisper.blocks()));
            emit(name + "-whisper-" + whisper.hashCode(), whisper.blocks());
        }
        for (Workspace.File file : workspace.files()) {
            String shown = file.name().endsWith(".png")
                    ? "<img alt=\"" + escape(file.alternative()) + "\" src=\"data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(file.content()) + "\">"
                    : "<span class=file>📄 " + escape(file.name()) + "</span>";
            html.append("<div class=\"m reply\"><b>Tunewise</b><div>" + shown + "</div></div>");
        }
        for (Workspace.View view : workspace.views()) {
            html.append(window(view.json()));
            emit(name + "-view-" + view.id(), view.json().getAsJsonArray("blocks"));
        }
        for (String person : workspace.people()) {
            workspace.home(person).ifPresent(home -> {
                html.append("<h2>Home</h2><div class=window>" + blocks(home.getAsJsonArray("blocks")) + "</div>");
                emit(name + "-home-" + person, home.getAsJsonArray("blocks"));
            });
        }
        write(FOLDER.resolve(name + ".html"), html.toString());
    }

    private static void emit(String name, JsonArray blocks) {
        write(FOLDER.resolve("emitted").resolve(name.replaceAll("[^A-Za-z0-9.-]", "_") + ".json"), blocks.toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(String author, String kind, String text, JsonArray blocks) {
        String body = blocks.isEmpty() ? "<p>" + text + "</p>" : blocks(blocks);
        return "<div class=\"m" + kind + "\"><b>" + escape(author) + "</b>" + body + "</div>\n";
    }

    private static String window(JsonObject view) {
        String submit = view.has("submit") ? button(text(view.get("submit")), "primary") : "";
        return "<div class=window><h3>" + text(view.get("title")) + "</h3>" + blocks(view.getAsJsonArray("blocks"))
                + "<div class=row>" + button(text(view.get("close")), "") + submit + "</div></div>";
    }

    static String blocks(JsonArray blocks) {
        StringBuilder html = new StringBuilder();
        for (JsonElement each : blocks) {
            JsonObject block = each.getAsJsonObject();
            html.append(
                    switch (block.get("type").getAsString()) {
                        case "header" -> "<h3>" + text(block.get("text")) + "</h3>";
                        case "section" -> section(block);
                        case "context" ->
                            "<div class=context>" + all(block, "elements", element -> text(element) + " ") + "</div>";
                        case "actions" -> "<div class=row>" + all(block, "elements", Preview::element) + "</div>";
                        case "input" ->
                            "<div class=input><b>" + text(block.get("label")) + "</b>"
                                    + element(block.get("element"))
                                    + (block.has("hint")
                                            ? "<div class=context>" + text(block.get("hint")) + "</div>"
                                            : "")
                                    + "</div>";
                        case "rich_text" -> all(block, "elements", Preview::rich);
                        case "table" -> "<table>" + all(block, "rows", Preview::row) + "</table>";
                        default -> "<pre>" + escape(block.toString()) + "</pre>";
                    });
        }
        return html.toString();
    }

    private static String section(JsonObject block) {
        String text = block.has("text") ? text(block.get("text")) : "";
        String fields = block.has("fields")
                ? "<div class=fields>" + all(block, "fields", field -> "<div>" + text(field) + "</div>") + "</div>"
                : "";
        String accessory = block.has("accessory") ? element(block.get("accessory")) : "";
        return "<div class=section><div>" + text + fields + "</div>" + accessory + "</div>";
    }

    private static String element(JsonElement json) {
        JsonObject element = json.getAsJsonObject();
        return switch (element.get("type").getAsString()) {
            case "button" ->
                button(
                        text(element.get("text")),
                        element.has("style") ? element.get("style").getAsString() : "");
            case "overflow" ->
                "<details><summary class=button>⋯</summary><div>"
                        + all(
                                element,
                                "options",
                                o -> "<i>" + text(o.getAsJsonObject().get("text")) + "</i>")
                        + "</div></details>";
            case "checkboxes" ->
                "<div>" + all(element, "options", option -> "<div>☐ " + option(option) + "</div>") + "</div>";
            case "static_select", "multi_static_select", "conversations_select" ->
                "<span class=select>" + chosen(element) + "</span>";
            default -> "<span class=field>&nbsp;</span>";
        };
    }

    private static String chosen(JsonObject element) {
        return element.has("initial_option")
                ? text(element.getAsJsonObject("initial_option").get("text"))
                : text(element.get("placeholder"));
    }

    private static String option(JsonElement json) {
        JsonObject option = json.getAsJsonObject();
        String description = option.has("description") ? " <small>" + text(option.get("description")) + "</small>" : "";
        return text(option.get("text")) + description;
    }

    private static String button(String label, String style) {
        return "<span class=\"button " + style + "\">" + label + "</span>";
    }

    private static String rich(JsonElement json) {
        JsonObject part = json.getAsJsonObject();
        return switch (part.get("type").getAsString()) {
            case "rich_text_list" ->
                "<ul>"
                        + all(
                                part,
                                "elements",
                                item -> "<li>" + all(item.getAsJsonObject(), "elements", Preview::span) + "</li>")
                        + "</ul>";
            case "rich_text_preformatted" -> "<pre>" + all(part, "elements", Preview::span) + "</pre>";
            default -> "<p>" + all(part, "elements", Preview::span) + "</p>";
        };
    }

    private static String span(JsonElement json) {
        JsonObject span = json.getAsJsonObject();
        String text = escape(span.get("text").getAsString()).replace("\n", "<br>");
        JsonObject style = span.has("style") ? span.getAsJsonObject("style") : new JsonObject();
        if (span.get("type").getAsString().equals("link")) {
            text = "<a>" + text + "</a>";
        }
        if (style.has("code")) {
            text = "<code>" + text + "</code>";
        }
        if (style.has("italic")) {
            text = "<i>" + text + "</i>";
        }
        return style.has("bold") ? "<b>" + text + "</b>" : text;
    }

    private static String row(JsonElement json) {
        StringBuilder row = new StringBuilder("<tr>");
        for (JsonElement cell : json.getAsJsonArray()) {
            JsonObject object = cell.getAsJsonObject();
            String text = object.get("type").getAsString().equals("raw_text")
                    ? escape(object.get("text").getAsString())
                    : all(object, "elements", Preview::rich);
            row.append("<td>").append(text).append("</td>");
        }
        return row.append("</tr>").toString();
    }

    /** A text object; of Slack's markup as much as we write. */
    private static String text(JsonElement json) {
        JsonObject object = json.getAsJsonObject();
        String text = object.get("text").getAsString();
        if (object.get("type").getAsString().equals("plain_text")) {
            return escape(text).replace("\n", "<br>");
        }
        return text.replaceAll("<(http[^|>]*)\\|([^>]*)>", "<a>$2</a>")
                .replaceAll("(?<![\\p{L}\\p{N}])\\*([^*]+)\\*", "<b>$1</b>")
                .replaceAll("(?<![\\p{L}\\p{N}])_([^_]+)_", "<i>$1</i>")
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replace("\n", "<br>");
    }

    private interface Drawing {
        String of(JsonElement element);
    }

    private static String all(JsonObject object, String name, Drawing drawing) {
        StringBuilder html = new StringBuilder();
        for (JsonElement element : object.getAsJsonArray(name)) {
            html.append(drawing.of(element));
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Slack</title><style>
            :root{color-scheme:light dark;--fg:light-dark(#1d1c1d,#d1d2d3);--bg:light-dark(#fff,#1a1d21);--quiet:light-dark(#616061,#ababad);
            --line:light-dark(#bbb,#565856);--thin:light-dark(#ddd,#35373b);--soft:light-dark(#f8f8f8,#222529);--link:light-dark(#1264a3,#1d9bd1)}
            *{box-sizing:border-box}body{font:15px/1.46 Lato,"Helvetica Neue",Arial,sans-serif;color:var(--fg);background:var(--bg);max-width:720px;margin:16px}
            .m{padding:8px 0 8px 44px;position:relative}.m:before{content:"";position:absolute;left:0;top:10px;width:34px;height:34px;border-radius:6px;background:#7c3085}
            .m>b:first-child{font-weight:900}.reply{margin-left:24px}.edited{color:var(--quiet);font-size:12px}
            p{margin:4px 0;white-space:pre-wrap}h3{font-size:18px;margin:8px 0 4px}ul{margin:4px 0 4px 22px;padding:0}
            .context{color:var(--quiet);font-size:13px;margin:4px 0}.row{margin:6px 0;display:flex;flex-wrap:wrap;gap:8px;align-items:center}
            .button,.select{border:1px solid var(--line);border-radius:4px;padding:4px 12px;font-weight:700;font-size:13px;white-space:nowrap}
            .select{font-weight:400;color:var(--quiet);min-width:140px;display:inline-block}.select:after{content:" ▾";float:right;margin-left:12px}
            .primary{background:#007a5a;color:#fff;border-color:#007a5a}.danger{background:#e01e5a;color:#fff}
            details{display:inline-block;position:relative}summary{list-style:none}details[open] div{position:absolute;right:0;z-index:1;background:var(--bg);
            border:1px solid var(--thin);border-radius:6px;box-shadow:0 4px 12px #0004;padding:6px 0;min-width:150px}details i{display:block;font-style:normal;padding:3px 16px;white-space:nowrap}
            .section{display:flex;justify-content:space-between;gap:12px;margin:4px 0;align-items:flex-start}.fields{display:grid;grid-template-columns:1fr 1fr;gap:6px 16px}
            table{border-collapse:collapse;margin:6px 0;font-size:13px}td{border:1px solid var(--thin);padding:4px 8px;vertical-align:top}td p{margin:0}
            pre{background:var(--soft);border:1px solid var(--thin);padding:8px;border-radius:4px;font-size:12px;white-space:pre-wrap}
            a{color:var(--link)}code{color:#e01e5a;background:var(--soft);border:1px solid var(--thin);border-radius:3px;padding:0 3px;font-size:12px}
            .window{border:1px solid var(--line);border-radius:8px;padding:12px 20px;margin:16px 0;max-width:520px;box-shadow:0 2px 8px #0002}
            .input{margin:12px 0}.field{display:block;border:1px solid var(--line);border-radius:4px;margin:4px 0;padding:4px}small{color:var(--quiet)}
            img{max-width:min(360px,100%);border:1px solid var(--thin);border-radius:8px;background:#fff;display:block}
            @media(max-width:500px){body{margin:8px}.reply{margin-left:0}.fields{grid-template-columns:1fr}}
            </style><body>
            """;
}
