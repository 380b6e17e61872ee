package dev.tunewise.terminal;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows posts as lines of text. Control characters in anything shown are made harmless: what somebody typed must not move the cursor or recolour
 * the screen.
 */
final class BlockPrinter {
    private static final String INDENT = "  ";

    private final TextLayout page;
    private final List<Block.Details> folded = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private Optional<Block.Ask> ask = Optional.empty();
    private Optional<Block.Form> form = Optional.empty();

    /** `styled`: whether bold and dim characters can be shown. */
    BlockPrinter(int width, boolean styled) {
        page = new TextLayout(width, styled);
    }

    /** Text without control characters. */
    static String legible(String text) {
        return VisibleText.of(text).replace('\t', ' ').replace("\r", "");
    }

    /** The question that is shown last. */
    Optional<Block.Ask> ask() {
        return ask;
    }

    /** The form that is shown last. */
    Optional<Block.Form> form() {
        return form;
    }

    /** The buttons shown, in the order of their letters. */
    List<Button> buttons() {
        return List.copyOf(buttons);
    }

    List<String> lines() {
        return page.lines();
    }

    /** The parts that are folded away, in the order of their numbers. */
    List<Block.Details> folded() {
        return List.copyOf(folded);
    }

    /** Shows blocks; parts that fold show their summary with a number. */
    void show(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Details details) {
                folded.add(details);
                page.wrap("", "+" + folded.size() + "  ", page.bold(legible(details.summary())));
            } else {
                show(block, "");
            }
        }
    }

    /** Says how folded parts are opened, if there are any. */
    void sayHowToUnfold() {
        if (!folded.isEmpty()) {
            page.wrap("", page.dim("`more 1` opens a part, `more` all of them."));
        }
    }

    void unfold(Block.Details details) {
        page.blank();
        show(details, "");
    }

    private void show(Block block, String indent) {
        switch (block) {
            case Block.Heading(String text) -> {
                page.blank();
                page.wrap(indent, page.bold(legible(text)));
            }
            case Block.Paragraph(Text text) -> page.wrap(indent, text(text));
            case Block.Bullets(List<Text> items) -> items.forEach(item -> page.wrap(indent, "- ", text(item)));
            case Block.Code(String _, String text) -> {
                page.blank();
                text.lines().forEach(line -> page.whole(indent + INDENT + legible(line)));
                page.blank();
            }
            case Block.Pairs(List<Block.Pair> pairs) ->
                pairs.forEach(pair -> page.wrap(indent, legible(pair.name()) + ": " + text(pair.value())));
            case Block.Table table -> table(table, indent);
            case Block.Picture(String _, String title, String alternative, var _) ->
                page.wrap(indent, "[" + legible(title) + "] " + legible(alternative));
            case Block.Note(Block.Tone tone, Text text) ->
                page.wrap(indent, (tone == Block.Tone.WARNING ? "! " : "* "), text(text));
            case Block.Progress progress -> page.wrap(indent, page.dim(Captions.progress(progress)));
            case Block.Ask shown -> {
                ask = Optional.of(shown);
                ask(shown, indent);
            }
            case Block.Form shown -> {
                form = Optional.of(shown);
                page.wrap(indent, page.bold(legible(shown.title())));
            }
            case Block.Buttons(List<Button> shown) -> buttons(shown, indent);
            case Block.Chips(List<Block.Chip> chips) ->
                chips.forEach(chip -> page.wrap(
                        indent, "+ ", legible(chip.label()) + ": " + legible(chip.value()) + quoted(chip.quote())));
            case Block.Details(String summary, List<Block> blocks) -> {
                page.wrap(indent, page.bold(legible(summary)));
                blocks.forEach(inner -> show(inner, indent + INDENT));
            }
            case Block.File(String name, String _, String _) -> page.wrap(indent, "[file] " + legible(name));
        }
    }

    private static String quoted(String quote) {
        return quote.isBlank() ? "" : "  (from \"" + legible(quote) + "\")";
    }

    private void ask(Block.Ask shown, String indent) {
        page.blank();
        if (shown.inputs().size() == 1) {
            question(shown.inputs().getFirst(), indent);
        } else {
            shown.inputs().forEach(input -> page.wrap(indent, "- ", page.bold(legible(input.question()))));
        }
        buttons(shown.asides(), indent);
    }

    void question(Input input, String indent) {
        page.wrap(indent, page.bold(legible(input.question())));
        if (!input.hint().isBlank()) {
            page.wrap(indent, page.dim(legible(input.hint())));
        }
        switch (input.kind()) {
            case Input.One(var options) -> options(options, indent);
            case Input.Many(var options) -> {
                options(options, indent);
                page.wrap(indent + INDENT, " 0  ", "None of these");
                page.wrap(indent, page.dim("Several numbers go with commas: 1, 3"));
            }
            case Input.YesNo _ -> page.wrap(indent, page.dim("yes or no"));
            case Input.Number(String unit, var picks, String _, String _) ->
                page.wrap(indent, page.dim("a number" + (unit.isBlank() ? "" : ", " + unit) + examples(picks)));
            case Input.Search(var suggestions) ->
                page.wrap(
                        indent,
                        page.dim("a name"
                                + examples(suggestions.stream().limit(4).toList())));
        }
    }

    private static String examples(List<Input.Option> picks) {
        return picks.isEmpty()
                ? ""
                : "; for example "
                        + picks.stream().map(pick -> legible(pick.label())).collect(Collectors.joining(", "));
    }

    private void options(List<Input.Option> options, String indent) {
        for (int i = 0; i < options.size(); i++) {
            Input.Option option = options.get(i);
            String description = option.description().isBlank() ? "" : page.dim(" - " + legible(option.description()));
            page.wrap(indent + INDENT, "%2d  ".formatted(i + 1), legible(option.label()) + description);
        }
    }

    private void buttons(List<Button> shown, String indent) {
        List<String> labels = new ArrayList<>();
        for (Button button : shown) {
            if (button.action() instanceof Action.Open(String url)) {
                labels.add(legible(button.label()) + " <" + legible(url) + ">");
            } else if (buttons.size() < 26) {
                labels.add((char) ('a' + buttons.size()) + ") " + legible(button.label()));
                buttons.add(button);
            }
        }
        if (!labels.isEmpty()) {
            page.wrap(indent, page.dim(String.join("   ", labels)));
        }
    }

    private void table(Block.Table table, String indent) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(BlockPrinter::legible).toList());
        table.rows()
                .forEach(row -> rows.add(
                        row.stream().map(cell -> legible(cell.characters())).toList()));
        page.wrap(indent, page.bold(legible(table.caption())));
        page.table(rows, table.numeric(), indent);
    }

    private String text(Text text) {
        return text.spans().stream()
                .map(span -> switch (span) {
                    case Text.Strong(String words) -> page.bold(legible(words));
                    case Text.Link(String words, String url) -> legible(words) + " <" + legible(url) + ">";
                    case Text.Plain _, Text.Emphasis _, Text.Code _ -> legible(span.text());
                })
                .collect(Collectors.joining());
    }
}
