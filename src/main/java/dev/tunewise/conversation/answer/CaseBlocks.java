package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.AnswerMessageKey;
import dev.tunewise.conversation.wording.AnswerMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows what there is to say to a case in its own terms: the question that was put, answered, the case in a line, its cause and the next moves. */
public final class CaseBlocks {
    private static final int SOURCES = 2;

    private final AnswerMessages wording;

    CaseBlocks(AnswerMessages wording) {
        this.wording = wording;
    }

    /** The first line alone; nothing where the verdict is the answer. */
    List<Block> literal(CaseAnswer answer) {
        return answer.literal().isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(Text.strong(answer.literal()).then(sources(answer.sources()))));
    }

    /** The case, its cause and the moves. */
    List<Block> body(CaseAnswer answer) {
        List<Block> blocks = new ArrayList<>();
        Stream.of(line(AnswerMessageKey.CASE_FACTS, answer.facts()), line(AnswerMessageKey.CASE_CAUSE, answer.cause()))
                .flatMap(List::stream)
                .forEach(blocks::add);
        if (!answer.moves().isEmpty()) {
            blocks.add(new Block.Bullets(answer.moves().stream().map(this::move).toList()));
        }
        return blocks;
    }

    /** The whole of it, for a thread in which nothing is decided yet. */
    List<Block> whole(CaseAnswer answer) {
        return Stream.concat(literal(answer).stream(), body(answer).stream()).toList();
    }

    private List<Block> line(AnswerMessageKey key, String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(Text.strong(wording.text(key)).then(Text.plain(" " + text))));
    }

    private Text move(CaseAnswer.Advised move) {
        Text text = Text.strong(move.text()).then(Text.plain(" " + move.why()));
        if (!move.tomorrow().isEmpty()) {
            text = text.then(
                    Text.plain(" " + wording.text(AnswerMessageKey.CASE_TEST, move.tomorrow(), move.effort())));
        }
        if (!move.number().isEmpty()) {
            text = text.then(Text.plain(" " + move.number()));
        }
        return text.then(sources(move.sources()));
    }

    /** Where a claim comes from, in brackets; with a link where there is one. */
    static Text sources(List<SourceReference> sources) {
        List<Text.Span> spans = new ArrayList<>();
        for (SourceReference source : sources.subList(0, Math.min(SOURCES, sources.size()))) {
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
