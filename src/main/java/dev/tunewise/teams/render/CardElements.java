package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Plot;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import java.util.ArrayList;
import java.util.List;

/** Draws the blocks of one post; buttons are gathered, since a card has one row of them. */
final class CardElements {
    private static final int BAR = 12;
    private static final int CHIP = 120;
    private static final int SUMMARY = 120;

    private final CardOrigin origin;
    private final FileUrls pages;
    private final DetailLevel detail;
    private final List<ObjectNode> firstActions = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private int folds;
    private int topFolds;
    private int inside;
    private boolean shortened;

    CardElements(CardOrigin origin, FileUrls pages, DetailLevel detail) {
        this.origin = origin;
        this.pages = pages;
        this.detail = detail;
    }

    /** The row of buttons under what was drawn. */
    List<ObjectNode> actions() {
        return CardButtons.row(origin, firstActions, buttons);
    }

    boolean shortened() {
        return shortened;
    }

    List<ObjectNode> of(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of(CardJson.heading(Markdown.escaped(cut(heading.text(), 300))));
            case Block.Paragraph paragraph -> List.of(CardJson.text(text(paragraph.text())));
            case Block.Bullets bullets -> bullets(bullets.items());
            case Block.Code code ->
                List.of(CardCode.of(code.language(), some(code.text().lines().toList())));
            case Block.Pairs pairs -> pairs(pairs.pairs());
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Note note -> List.of(note(note));
            case Block.Progress progress -> List.of(progress(progress));
            case Block.Ask ask -> ask(ask);
            case Block.Form form -> form(form);
            case Block.Buttons row -> buttons(row.buttons());
            case Block.Chips chips -> chips(chips.chips());
            case Block.Details details -> details(details);
            case Block.File file -> file(file);
        };
    }

    private String cut(String typed, int most) {
        shortened |= typed.length() > most;
        return Truncate.to(typed, most);
    }

    private String text(Text text) {
        shortened |= text.characters().length() > detail.text();
        return Markdown.of(text, detail.text());
    }

    private <T> List<T> some(List<T> items) {
        shortened |= items.size() > detail.items();
        return items.subList(0, Math.min(items.size(), detail.items()));
    }

    /** Bullets as text blocks of their own: lists in Markdown break on some phones. */
    private List<ObjectNode> bullets(List<Text> items) {
        return some(items).stream()
                .map(item -> CardJson.text("•  " + text(item)).put("spacing", "Small"))
                .toList();
    }

    private List<ObjectNode> pairs(List<Block.Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        ObjectNode facts = CardJson.typed("FactSet");
        facts.set(
                "facts",
                CardJson.array(some(pairs).stream()
                        .map(pair -> CardJson.object()
                                .put("title", Markdown.escaped(cut(pair.name(), 120)))
                                .put("value", text(pair.value())))
                        .toList()));
        return List.of(facts);
    }

    private List<ObjectNode> table(Block.Table table) {
        List<List<Text>> rows = some(table.rows());
        List<ObjectNode> elements = new ArrayList<>();
        if (!table.caption().isBlank()) {
            elements.add(
                    CardJson.text(Markdown.escaped(cut(table.caption(), 200))).put("weight", "Bolder"));
        }
        elements.add(CardTables.of(table, rows));
        return elements;
    }

    /** A chart that Teams draws itself, in the colours of the reader's theme; else our picture, and in any case the words. */
    private List<ObjectNode> picture(Block.Picture picture) {
        List<ObjectNode> elements = new ArrayList<>();
        ObjectNode title = CardJson.text("**" + Markdown.escaped(cut(picture.title(), 200)) + "**");
        elements.add(title);
        Plot plot = picture.plot();
        if (plot != null && detail.charts() && !plot.series().isEmpty()) {
            title.put("text", title.path("text").asText() + " · " + Markdown.escaped(cut(plot.y(), 60)));
            elements.add(CardCharts.of(picture.title(), plot));
            return elements;
        }
        pages.picture(origin.conversation(), picture.chart())
                .ifPresent(url -> elements.add(CardJson.typed("Image")
                        .put("url", url)
                        .put("altText", Markdown.plain(picture.title() + ": " + picture.alternative(), 1_000))
                        .put("size", "Stretch")));
        elements.add(CardJson.small(Markdown.escaped(cut(picture.alternative(), detail.text()))));
        return elements;
    }

    private ObjectNode note(Block.Note note) {
        String style = switch (note.tone()) {
            case INFO -> "emphasis";
            case GOOD -> "good";
            case WARNING -> "warning";
        };
        return CardJson.container(List.of(CardJson.text(text(note.text())))).put("style", style);
    }

    private static ObjectNode progress(Block.Progress progress) {
        return CardJson.small(Captions.bar(progress, BAR) + "  " + Captions.progress(progress));
    }

    private List<ObjectNode> ask(Block.Ask ask) {
        List<ObjectNode> elements = new ArrayList<>(CardQuestions.elements(ask));
        firstActions.addAll(CardQuestions.actions(origin, ask));
        buttons.addAll(ask.asides());
        return elements;
    }

    private List<ObjectNode> form(Block.Form form) {
        firstActions.add(CardButtons.dialog(form.title(), ClickCode.form(origin)));
        return List.of();
    }

    private List<ObjectNode> buttons(List<Button> row) {
        buttons.addAll(row);
        return List.of();
    }

    private List<ObjectNode> chips(List<Block.Chip> chips) {
        List<ObjectNode> elements = new ArrayList<>();
        for (Block.Chip chip : some(chips)) {
            String quote =
                    chip.quote().isBlank() ? "" : "  “" + Markdown.escaped(Truncate.to(chip.quote(), CHIP)) + "”";
            String words = Markdown.escaped(Truncate.to(chip.label(), CHIP)) + ": **"
                    + Markdown.escaped(Truncate.to(chip.value(), CHIP)) + "**" + quote;
            ObjectNode line = CardJson.typed("Column").put("width", "stretch");
            line.set("items", CardJson.array(List.of(CardJson.text(words))));
            ObjectNode columns = CardJson.typed("ColumnSet").put("spacing", "Small");
            columns.set(
                    "columns",
                    CardJson.array(List.of(
                            line,
                            CardButtons.words(origin, Captions.CHANGE, chip.change()),
                            CardButtons.words(origin, Captions.REMOVE, chip.remove()))));
            elements.add(columns);
        }
        return elements;
    }

    /** A line that opens what is folded, on the card or in a dialog; this takes no button. */
    private List<ObjectNode> details(Block.Details details) {
        boolean nested = inside > 0;
        int number = nested ? 0 : topFolds++;
        if (!nested && number >= detail.folds()) {
            details.blocks().stream().filter(Block.Buttons.class::isInstance).forEach(this::of);
            if (origin.conversation().isEmpty()) {
                shortened = true;
                return List.of();
            }
            String summary = Markdown.plain(details.summary(), SUMMARY);
            return List.of(opener(summary + " …", CardButtons.dialog(summary, ClickCode.fold(origin, number))));
        }
        folds++;
        String id = "fold" + folds;
        List<ObjectNode> inner = new ArrayList<>();
        inside++;
        details.blocks().forEach(block -> inner.addAll(of(block)));
        inside--;
        if (inner.isEmpty()) {
            return List.of();
        }
        String summary = Markdown.plain(details.summary(), SUMMARY);
        ObjectNode toggle = CardJson.typed("Action.ToggleVisibility").put("title", summary);
        toggle.set("targetElements", CardJson.texts(List.of(id)));
        return List.of(
                opener(summary, toggle),
                CardJson.container(inner).put("id", id).put("isVisible", false).put("style", "emphasis"));
    }

    private static ObjectNode opener(String words, ObjectNode action) {
        ObjectNode text = CardJson.text("▸  " + Markdown.escaped(words)).put("color", "Accent");
        return CardJson.container(List.of(text)).set("selectAction", action);
    }

    private List<ObjectNode> file(Block.File file) {
        return pages.file(origin.conversation(), file.export(), file.name())
                .map(url -> List.of(CardJson.text("[" + Markdown.escaped(file.name()) + "](" + url + ")")))
                .orElseGet(() -> List.of(CardJson.text(Markdown.escaped(file.name()) + ": " + Captions.NO_DOWNLOAD)));
    }
}
