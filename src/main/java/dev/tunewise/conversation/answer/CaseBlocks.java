package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.AnswerForm;
import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.form.FormAnswers;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.SourceLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what there is to say to a case in its own terms: the question that was put, answered, the case in a line, its cause and the next moves. */
public record CaseBlocks(Messages wording) {
    /** The steps say what to do; beside them the next test is enough. */
    private static final int BESIDE_STEPS = 1;

    private static final Text NOTHING = new Text(List.of());
    private static final Pattern OPENER = Pattern.compile("\\p{L}+[,:] (\\p{L})(.*)", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}“0-9])");

    /** The answers to what was put, with their steps, and what to know of things that were named; nothing where the verdict is the answer. */
    List<Block> literal(CaseAnswer answer, OpeningAnswer.Judgement judged) {
        List<Block> blocks = new ArrayList<>(
                answer.answers().size() > 1 && !FormAnswers.takesCauses(answer)
                        ? told(answer, "case-told")
                        : List.of());
        FormAnswers forms = new FormAnswers(wording, judged.steps());
        boolean judgedSaid = false;
        for (CaseAnswer.Answered each : answer.answers()) {
            Text formed = forms.of(each);
            boolean isCause = FormAnswers.isOpenCause(each) && FormAnswers.takesCauses(answer);
            if (!each.asked().isEmpty()) {
                blocks.add(new Block.Paragraph(new Text(List.of(new Text.Emphasis("“" + each.asked() + "”")))));
            }
            if (isCause) {
                blocks.addAll(told(answer, "case-causes"));
                continue;
            }
            if (!formed.spans().isEmpty()) {
                blocks.add(new Block.Paragraph(formed));
            } else {
                boolean due = !judgedSaid && isDue(judged, each);
                judgedSaid |= due;
                answered(due ? lead(judged, each) : NOTHING, kept(judged, each), each.sources())
                        .ifPresent(blocks::add);
            }
            if (answer.answers().size() == 1) {
                blocks.addAll(told(answer, "case-told"));
                blocks.addAll(sums(answer));
            }
            if (!each.steps().isEmpty() && (formed.spans().isEmpty() || each.isUnderstood())) {
                blocks.add(
                        new Block.Bullets(each.steps().stream().map(Text::coded).toList()));
            }
            if (!each.code().isEmpty()) {
                blocks.add(new Block.Code(each.code().language(), each.code().text()));
            }
        }
        blocks.addAll(settings(answer.settings()));
        if (answer.answers().isEmpty()) {
            blocks.addAll(told(answer, "case-told"));
        }
        if (answer.answers().size() != 1) {
            blocks.addAll(sums(answer));
        }
        blocks.addAll(notes(answer));
        return blocks;
    }

    /** The verdict where it is due, and what is said to the question behind it; without one its own first sentence stands out. */
    private static Optional<Block> answered(Text lead, String text, List<SourceReference> sources) {
        if (text.isEmpty()) {
            return lead.spans().isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(lead));
        }
        Text words = lead.spans().isEmpty()
                ? opened(text)
                : lead.then(Text.plain(" ")).then(Text.coded(text));
        return Optional.of(new Block.Paragraph(words.then(SourceLinks.of(sources))));
    }

    /** The likeliest step is named only where the answer has none of its own. */
    private static Text lead(OpeningAnswer.Judgement judged, CaseAnswer.Answered answer) {
        return judged.first().characters().isEmpty() || !answer.steps().isEmpty()
                ? judged.said()
                : judged.said().then(Text.plain(" ")).then(judged.first());
    }

    /** An answer that takes a stand of its own and agrees needs no other before it. */
    private static boolean isDue(OpeningAnswer.Judgement judged, CaseAnswer.Answered answer) {
        return !judged.said().characters().isEmpty()
                && answer.judges()
                && (answer.form().kind() == AnswerForm.Kind.WHETHER || FormAnswers.choosesTraining(answer))
                && !(answer.isUnderstood()
                        && answer.form().stands()
                        && (judged.stand().isEmpty() || judged.agrees(answer.text())));
    }

    /** What was told and points to a cause by itself, each under its words. */
    private List<Block> told(CaseAnswer answer, String heading) {
        List<Text> causes = answer.notes().stream()
                .filter(note -> !note.asked().isEmpty())
                .map(note -> new Text(List.of(new Text.Emphasis("“" + note.asked() + "” ")))
                        .then(Text.coded(note.text()))
                        .then(SourceLinks.of(note.sources())))
                .toList();
        return listed(heading, causes);
    }

    private List<Block> listed(String heading, List<Text> items) {
        return items.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(Text.strong(wording.plain(heading))), new Block.Bullets(items));
    }

    /** An answer without a first sentence that contradicts the verdict, or says yes or no to another question. */
    private static String kept(OpeningAnswer.Judgement judged, CaseAnswer.Answered answer) {
        String text = answer.text();
        if (!answer.isUnderstood() && isDue(judged, answer)) {
            return "";
        }
        boolean keeps = (!answer.judges() && answer.form().kind() == AnswerForm.Kind.WHETHER)
                || judged.equals(OpeningAnswer.Judgement.NONE)
                || !answer.form().says()
                || (judged.stand().isEmpty() ? answer.verdict() == CaseAnswer.Verdict.WEIGHED : judged.agrees(text));
        Matcher opener = OPENER.matcher(text);
        Matcher end = SENTENCE_END.matcher(text);
        return keeps
                ? text
                : !isDue(judged, answer) && opener.matches()
                        ? opener.group(1).toUpperCase(Locale.ROOT) + opener.group(2)
                        : end.find() ? text.substring(end.end()) : answer.judges() ? "" : text;
    }

    /** What holds of the figures and things that were named. */
    private static List<Block> notes(CaseAnswer answer) {
        return answer.notes().stream()
                .filter(note -> note.asked().isEmpty())
                .<Block>map(note -> new Block.Paragraph(Text.coded(note.text()).then(SourceLinks.of(note.sources()))))
                .toList();
    }

    /** What the figures of the case come to; a single one needs no list. */
    private List<Block> sums(CaseAnswer answer) {
        List<Text> sums = answer.sums().stream()
                .map(sum -> Text.coded(sum.text()).then(SourceLinks.of(sum.sources())))
                .toList();
        return sums.size() == 1 ? line("case-sums", sums.getFirst()) : listed("case-sums", sums);
    }

    /** What was set, one by one, and in a line what needs no words. */
    private List<Block> settings(CaseAnswer.Settings settings) {
        List<Text> items = new ArrayList<>();
        settings.remarks().forEach(each -> items.add(Text.coded(each.text()).then(SourceLinks.of(each.sources()))));
        if (!settings.fine().isEmpty()) {
            String fine = wording.plain("case-fine", String.join(", ", settings.fine()));
            items.add(Text.coded(fine).then(SourceLinks.of(settings.sources())));
        }
        return listed("case-settings", items);
    }

    /** An answer whose first sentence stands out; names of code in it keep their look instead. */
    private static Text opened(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find()
                ? strong(text.substring(0, end.start())).then(Text.coded(text.substring(end.start())))
                : strong(text);
    }

    private static Text strong(String text) {
        return new Text(Text.coded(text).spans().stream()
                .map(span -> span instanceof Text.Plain(String plain) ? new Text.Strong(plain) : span)
                .toList());
    }

    List<Block> body(CaseAnswer answer) {
        return body(answer, BESIDE_STEPS);
    }

    private List<Block> body(CaseAnswer answer, int besideSteps) {
        List<Block> blocks = new ArrayList<>(line("case-facts", Text.plain(answer.facts())));
        blocks.addAll(line("case-cause", Text.plain(answer.cause())));
        boolean steps = answer.answers().stream().anyMatch(each -> !each.steps().isEmpty());
        List<Text> moves = answer.moves().stream()
                .limit(steps ? besideSteps : answer.moves().size())
                .map(this::move)
                .toList();
        if (!moves.isEmpty()) {
            blocks.add(new Block.Bullets(moves));
        }
        return blocks;
    }

    /**
     * The whole of it, for a thread in which nothing is decided yet. Steps are for just the question that was put; a move beside them is more
     * general and often says it again. Where nothing answers the question, the case comes before what is to be known beside it.
     */
    List<Block> whole(CaseAnswer answer, OpeningAnswer.Judgement judged) {
        List<Block> blocks = new ArrayList<>(literal(answer, judged));
        blocks.addAll(answer.answers().isEmpty() ? 0 : blocks.size(), body(answer, 0));
        return new FirstWords(wording.plain("case-more")).of(blocks);
    }

    private List<Block> line(String key, Text text) {
        return text.characters().isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(
                        Text.strong(wording.plain(key)).then(Text.plain(" ")).then(text)));
    }

    private Text move(CaseAnswer.Advised move) {
        String test = move.tomorrow().isEmpty() ? "" : wording.plain("case-test", move.tomorrow(), move.effort());
        String more = Stream.of(move.why(), test, move.number())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ", " ", ""));
        return Text.strong(move.text()).then(Text.plain(more)).then(SourceLinks.of(move.sources()));
    }
}
