package dev.tunewise.chat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a post. */
public sealed interface Block {
    /** All blocks, those inside of folded parts too, each folded part before what it holds. */
    static Stream<Block> flat(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Details details
                        ? Stream.concat(Stream.of(block), flat(details.blocks()))
                        : Stream.of(block));
    }

    /** Those of a kind. */
    static <T extends Block> Stream<T> of(Class<T> kind, Stream<Block> blocks) {
        return blocks.filter(kind::isInstance).map(kind::cast);
    }

    default List<Button> ownButtons() {
        return switch (this) {
            case Ask ask -> ask.asides();
            case Buttons row -> row.buttons();
            default -> List.of();
        };
    }

    /** What it tells, line by line; of a row its name and how it stands in each column. */
    default Stream<String> lines() {
        return switch (this) {
            case Paragraph(Text text) -> Stream.of(text.characters());
            case Note(Tone _, Text text) -> Stream.of(text.characters());
            case Bullets(List<Text> items) -> items.stream().map(Text::characters);
            case Table table ->
                table.rows().stream()
                        .map(row -> row.getFirst().characters() + ": "
                                + row.stream().skip(1).map(Text::characters).collect(Collectors.joining(" → ")));
            default -> Stream.empty();
        };
    }

    record Heading(String text) implements Block {}

    record Paragraph(Text text) implements Block {}

    /** A list of short items. */
    record Bullets(List<Text> items) implements Block {}

    /** Lines to type, shown as they are. `language`: what they are written in, such as `python`. */
    record Code(String language, String text) implements Block {}

    /** Names with values, in two columns where there is room. */
    record Pairs(List<Pair> pairs) implements Block {}

    /** A name with a value. */
    record Pair(String name, Text value) {}

    /**
     * A table with a header row.
     *
     * @param caption what it shows, also read by screen readers
     * @param numeric for each column, whether it holds numbers and is aligned to the right
     * @param rows cells, each row as long as the header
     */
    record Table(String caption, List<String> columns, List<Boolean> numeric, List<List<Text>> rows) implements Block {
        public boolean isNumeric(int column) {
            return column < numeric.size() && numeric.get(column);
        }
    }

    /**
     * A picture drawn by us.
     *
     * @param chart key of the chart within the consultation: `break-even`, `payback` or `cumulative`
     * @param plot the same as numbers, for channels that draw themselves; null where there are none
     */
    record Picture(
            String chart,
            String title,
            String alternative,
            @Nullable Plot plot) implements Block {}

    /** A remark that stands apart. */
    record Note(Tone tone, Text text) implements Block {}

    enum Tone {
        INFO,
        GOOD,
        WARNING
    }

    /** How far the interview is. `remaining`: questions still to come, about. */
    record Progress(int answered, int remaining) implements Block {}

    /**
     * One or more questions on one card.
     *
     * @param inputs the questions; one as a rule, several when they share a topic
     * @param asides quiet buttons: why, don't know, skip, back
     */
    record Ask(List<Input> inputs, String why, List<Button> asides) implements Block {}

    /** All questions that could still matter, to be filled in at once. */
    record Form(String title, List<Input> inputs) implements Block {}

    record Buttons(List<Button> buttons) implements Block {}

    /** What was read from a message; each may be changed or removed with one click. */
    record Chips(List<Chip> chips) implements Block {}

    /** `quote`: the words it came from. */
    record Chip(String fact, String label, String value, String quote, Action change, Action remove) {}

    /** A part that is folded away until somebody opens it. `summary`: what is shown while it is folded. */
    record Details(String summary, List<Block> blocks) implements Block {}

    /**
     * A file to download or attach.
     *
     * @param mediaType for example `text/markdown`
     * @param export which export of the consultation it holds: `md`, `json`
     */
    record File(String name, String mediaType, String export) implements Block {}
}
