package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows what there is to say to a case in its own terms: the question that was put, answered, the case in a line, its cause and the next moves. */
public record CaseBlocks(Messages wording) {
    private static final int SOURCES = 2;
    /** The steps say what to do; beside them the next test is enough. */
    private static final int BESIDE_STEPS = 1;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}“0-9])");

    /** The answers to what was put, with their steps, and what to know of things that were named; nothing where the verdict is the answer. */
    List<Block> literal(CaseAnswer answer) {
        List<Block> blocks = new ArrayList<>();
        for (CaseAnswer.Answered each : answer.answers()) {
            blocks.add(new Block.Paragraph(opened(each.text()).then(sources(each.sources()))));
            if (!each.steps().isEmpty()) {
                blocks.add(
                        new Block.Bullets(each.steps().stream().map(Text::plain).toList()));
            }
        }
        for (CaseAnswer.Answered note : answer.notes()) {
            blocks.add(new Block.Paragraph(Text.plain(note.text()).then(sources(note.sources()))));
        }
        return blocks;
    }

    /** An answer whose first sentence stands out. */
    private static Text opened(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find()
                ? Text.strong(text.substring(0, end.start())).then(Text.plain(text.substring(end.start())))
                : Text.strong(text);
    }

    List<Block> body(CaseAnswer answer) {
        return body(answer, BESIDE_STEPS);
    }

    private List<Block> body(CaseAnswer answer, int besideSteps) {
        List<Block> blocks = new ArrayList<>();
        Stream.of(line("case-facts", answer.facts()), line("case-cause", answer.cause()))
                .flatMap(List::stream)
                .forEach(blocks::add);
        if (!answer.moves().isEmpty()) {
            boolean steps =
                    answer.answers().stream().anyMatch(each -> !each.steps().isEmpty());
            List<Text> moves = answer.moves().stream()
                    .limit(steps ? besideSteps : answer.moves().size())
                    .map(this::move)
                    .toList();
            if (!moves.isEmpty()) {
                blocks.add(new Block.Bullets(moves));
            }
        }
        return blocks;
    }

    /**
     * The whole of it, for a thread in which nothing is decided yet. Steps are for just the question that was put; a move beside them is more
     * general and often says it again.
     */
    List<Block> whole(CaseAnswer answer) {
        return Stream.concat(literal(answer).stream(), body(answer, 0).stream()).toList();
    }

    private List<Block> line(String key, String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(Text.strong(wording.plain(key)).then(Text.plain(" " + text))));
    }

    private Text move(CaseAnswer.Advised move) {
        Text text = Text.strong(move.text()).then(Text.plain(" " + move.why()));
        if (!move.tomorrow().isEmpty()) {
            text = text.then(Text.plain(" " + wording.plain("case-test", move.tomorrow(), move.effort())));
        }
        if (!move.number().isEmpty()) {
            text = text.then(Text.plain(" " + move.number()));
        }
        return text.then(sources(move.sources()));
    }

    /** Where a claim comes from, in brackets; with a link where there is one. */
    static Text sources(List<SourceReference> sources) {
        List<Text.Span> spans = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (SourceReference source : sources) {
            if (named.size() == SOURCES || !named.add(source.brief())) {
                continue;
            }
            spans.add(new Text.Emphasis(spans.isEmpty() ? " (" : ", "));
            spans.add(
                    source.url().isEmpty()
                            ? new Text.Emphasis(source.brief())
                            : new Text.Link(source.brief(), source.url()));
        }
        if (!spans.isEmpty()) {
            spans.add(new Text.Emphasis(")"));
        }
        return new Text(spans);
    }
}
