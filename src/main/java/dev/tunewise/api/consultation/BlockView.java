package dev.tunewise.api.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a message; which members it has depends on its type. */
@Serdeable
record BlockView(
        String type,

        @JsonInclude(Include.NON_NULL) @Nullable String title,

        @JsonInclude(Include.NON_NULL) @Nullable TextView text,

        @JsonInclude(Include.NON_NULL) @Nullable String tone,

        @JsonInclude(Include.NON_EMPTY) List<TextView> items,

        @JsonInclude(Include.NON_EMPTY) List<PairView> pairs,

        @JsonInclude(Include.NON_EMPTY) List<String> columns,

        @JsonInclude(Include.NON_EMPTY) List<List<TextView>> rows,

        @JsonInclude(Include.NON_EMPTY) List<InputView> inputs,

        @JsonInclude(Include.NON_NULL) @Nullable String why,

        @JsonInclude(Include.NON_EMPTY) List<ButtonView> buttons,

        @JsonInclude(Include.NON_EMPTY) List<ChipView> chips,

        @JsonInclude(Include.NON_EMPTY) List<BlockView> blocks,

        @JsonInclude(Include.NON_NULL) @Nullable ProgressView progress,

        @JsonInclude(Include.NON_NULL) @Nullable String content,

        @JsonInclude(Include.NON_NULL) @Nullable String alternative) {

    /** A name with a value. */
    @Serdeable
    record PairView(String name, TextView value) {}

    /** One thing read from a message. */
    @Serdeable
    record ChipView(String fact, String label, String value, String quote) {}

    /** How far the interview is. */
    @Serdeable
    record ProgressView(int answered, int remaining) {}

    static List<BlockView> of(List<Block> blocks) {
        return blocks.stream().map(BlockView::of).toList();
    }

    private static BlockView of(Block block) {
        Draft draft = new Draft();
        return switch (block) {
            case Block.Heading(String text) -> draft.title(text).view("heading");
            case Block.Paragraph(Text text) -> draft.text(text).view("paragraph");
            case Block.Note(Block.Tone tone, Text text) ->
                draft.text(text).tone(tone).view("note");
            case Block.Bullets(List<Text> items) -> draft.items(items).view("bullets");
            case Block.Pairs(List<Block.Pair> pairs) -> draft.pairs(pairs).view("pairs");
            case Block.Table table -> draft.table(table).view("table");
            case Block.Picture(String chart, String title, String alternative, var _) ->
                draft.title(title).content(chart, alternative).view("picture");
            case Block.Progress(int answered, int remaining) ->
                draft.progress(new ProgressView(answered, remaining)).view("progress");
            case Block.Ask ask -> draft.ask(ask).view("ask");
            case Block.Form(String title, var inputs) ->
                draft.title(title).inputs(InputView.of(inputs)).view("form");
            case Block.Buttons(var buttons) ->
                draft.buttons(ButtonView.of(buttons)).view("buttons");
            case Block.Chips(List<Block.Chip> chips) -> draft.chips(chips).view("chips");
            case Block.Details(String summary, List<Block> inner) ->
                draft.title(summary).blocks(of(inner)).view("details");
            case Block.File(String name, String _, String export) ->
                draft.content(export, name).view("file");
        };
    }

    /** Gathers the members of one block. */
    private static final class Draft {
        private @Nullable String title;
        private @Nullable TextView text;
        private @Nullable String tone;
        private List<TextView> items = List.of();
        private List<PairView> pairs = List.of();
        private List<String> columns = List.of();
        private List<List<TextView>> rows = List.of();
        private List<InputView> inputs = List.of();
        private @Nullable String why;
        private List<ButtonView> buttons = List.of();
        private List<ChipView> chips = List.of();
        private List<BlockView> blocks = List.of();
        private @Nullable ProgressView progress;
        private @Nullable String content;
        private @Nullable String alternative;

        Draft title(String value) {
            title = value;
            return this;
        }

        Draft text(Text value) {
            text = TextView.of(value);
            return this;
        }

        Draft tone(Block.Tone value) {
            tone = value.name().toLowerCase(Locale.ROOT);
            return this;
        }

        Draft items(List<Text> values) {
            items = values.stream().map(TextView::of).toList();
            return this;
        }

        Draft pairs(List<Block.Pair> values) {
            pairs = values.stream()
                    .map(pair -> new PairView(pair.name(), TextView.of(pair.value())))
                    .toList();
            return this;
        }

        Draft table(Block.Table table) {
            title = table.caption();
            columns = table.columns();
            rows = table.rows().stream()
                    .map(row -> row.stream().map(TextView::of).toList())
                    .toList();
            return this;
        }

        Draft content(String key, String words) {
            content = key;
            alternative = words;
            return this;
        }

        Draft progress(ProgressView value) {
            progress = value;
            return this;
        }

        Draft ask(Block.Ask ask) {
            inputs = InputView.of(ask.inputs());
            why = ask.why();
            buttons = ButtonView.of(ask.asides());
            return this;
        }

        Draft inputs(List<InputView> values) {
            inputs = values;
            return this;
        }

        Draft buttons(List<ButtonView> values) {
            buttons = values;
            return this;
        }

        Draft chips(List<Block.Chip> values) {
            chips = values.stream()
                    .map(chip -> new ChipView(chip.fact(), chip.label(), chip.value(), chip.quote()))
                    .toList();
            return this;
        }

        Draft blocks(List<BlockView> values) {
            blocks = values;
            return this;
        }

        BlockView view(String type) {
            return new BlockView(
                    type,
                    title,
                    text,
                    tone,
                    items,
                    pairs,
                    columns,
                    rows,
                    inputs,
                    why,
                    buttons,
                    chips,
                    blocks,
                    progress,
                    content,
                    alternative);
        }
    }
}
