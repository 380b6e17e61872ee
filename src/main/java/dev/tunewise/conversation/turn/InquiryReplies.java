package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.figure.FigureAnswers;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.leaning.FirstReply;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.BillFigures;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what people ask us or say to us beside their answers: questions, figures, quoted claims, thanks. */
record InquiryReplies(FlowContext kit, KnowledgeBase almanac, TokenReply tokens) {
    /** Answers what the message that opened the consultation asks or claims. */
    void open(TurnBuilder work, @Nullable Intent inquiry, String text) {
        if (inquiry instanceof Intent.Tokens pasted) {
            tokens.reply(work, pasted);
        } else if (isMeasured(work) || !figures(work, text, () -> {})) {
            Optional<Text> told = inquiry == null
                    ? almanac.remark(text)
                    : known(work, inquiry).or(() -> almanac.remark(text));
            told.ifPresent(work::say);
            if (isMeasured(work)) {
                kit.counsel()
                        .figures(kit.figureCase(work.now()))
                        .flatMap(FigureAnswers::afterEnd)
                        .map(Text::plain)
                        .ifPresent(work::say);
            }
        }
    }

    /**
     * Answers a question about a price, or about a bill whose figures it tells itself; says whether there was one. What it tells is the asker's
     * own case only while nothing else is told of that. `take`: records what was read.
     */
    boolean priced(TurnBuilder work, Interpretation heard, String text, Consumer<Interpretation> take) {
        Optional<BillFigures> bill =
                BillFigures.in(heard, kit.flow(), work.now().answers());
        boolean price = heard.inquiry() instanceof Intent.PriceOf(var _, List<String> entries, var _)
                && !entries.isEmpty()
                && !FirstReply.describes(text);
        if (bill.isEmpty() && !price || Intent.several(text)) {
            return false;
        }
        Set<String> facts = bill.map(BillFigures::facts).orElse(Set.of());
        boolean own = facts.stream().noneMatch(work.now().answers().stated()::knows);
        Interpretation told = heard.without(Set.of(Guidance.INTENT));
        List<ExtractedAnswer> fills = own ? bill.map(BillFigures::fills).orElse(List.of()) : List.of();
        take.accept(own ? told.with(fills) : told.without(facts));
        Optional<Text> sum = known(work, Objects.requireNonNull(heard.inquiry()));
        sum.ifPresent(answer -> {
            work.say(answer);
            work.answers();
            if (!fills.isEmpty()) {
                work.say(kit.text("taken-from-question", values(fills)));
            } else if (!facts.isEmpty() && !own) {
                work.say(kit.text("supposed-by-question"));
            }
        });
        return sum.isPresent();
    }

    private Optional<Text> known(TurnBuilder work, Intent inquiry) {
        Answers answers = work.now().answers();
        return almanac.answer(BillFigures.completed(inquiry, kit.flow(), answers), answers);
    }

    /** Answers what is asked of prices or of the figures themselves, once `take` has recorded what was told beside it; says whether there was something. */
    boolean sums(TurnBuilder work, Interpretation heard, String text, Consumer<Interpretation> take) {
        return !heard.supposes()
                && (priced(work, heard, text, take)
                        || figures(work, text, () -> take.accept(heard.without(Set.of(Guidance.INTENT)))));
    }

    private String values(List<ExtractedAnswer> fills) {
        return fills.stream()
                .map(fill -> kit.label(fill.fact()) + " " + kit.shown(fill.fact(), fill.value()))
                .collect(Collectors.joining(", "));
    }

    private boolean isMeasured(TurnBuilder work) {
        return kit.counsel().isMeasured(kit.understood(work.now()));
    }

    /** Answers a question in the thread; says whether there was something to say. */
    boolean answer(TurnBuilder work, Intent inquiry, String text, boolean addressed, boolean understood) {
        if (inquiry instanceof Intent.SmallTalk(Intent.SmallTalk.Kind kind)) {
            smallTalk(work, kind, addressed && !understood);
            return true;
        }
        if (inquiry instanceof Intent.Tokens pasted) {
            return addressed && tokens.reply(work, pasted);
        }
        Optional<Text> known = known(work, inquiry).or(() -> almanac.remark(text));
        if (known.isPresent()) {
            work.say(known.get());
            work.askAgain();
            return true;
        }
        if (addressed && !understood) {
            work.say(kit.text("no-answer-to-question"));
            work.askAgain();
            return true;
        }
        return false;
    }

    /** Whether anything was taken but what a question speaks of: that neither says something of the case nor answers. */
    boolean tells(TurnBuilder work) {
        return !work.replies().isEmpty()
                || work.changes().stream()
                        .anyMatch(change -> !(change instanceof Change.Answered(String fact, var _, var _))
                                || fact.equals(Guidance.INTENT)
                                || !kit.flow().isAsked(fact));
    }

    /** Says what to mind about a claim that somebody quotes. */
    boolean remark(TurnBuilder work, String text) {
        Optional<Text> remark = almanac.remark(text);
        remark.ifPresent(work::say);
        return remark.isPresent();
    }

    /** Answers a question about the figures themselves, after `first` has recorded what was told beside it; says whether there was one. */
    boolean figures(TurnBuilder work, String text, Runnable first) {
        List<String> lines = lines(work, text);
        if (lines.isEmpty()) {
            return false;
        }
        Answers before = work.now().answers();
        Map<String, BigDecimal> set = work.now().parameters();
        first.run();
        boolean same =
                work.now().answers().equals(before) && work.now().parameters().equals(set);
        List<String> now = same ? lines : lines(work, text);
        if (!now.isEmpty()) {
            work.say(
                    now.stream()
                            .<Block>map(line -> new Block.Paragraph(Text.plain(line)))
                            .toList(),
                    String.join(" ", now));
        }
        return true;
    }

    private List<String> lines(TurnBuilder work, String text) {
        List<String> lines = new ArrayList<>(kit.counsel().figures(text, kit.figureCase(work.now())));
        String read = kit.proposedInputs(work.now()).stream().map(kit::label).collect(Collectors.joining(", "));
        if (!lines.isEmpty() && !read.isEmpty()) {
            lines.add(kit.plain("figure-read", read));
        }
        return lines;
    }

    /** Somebody told us only what we know already, or asked the same again: silence would look like a fault. */
    boolean known(TurnBuilder work, Interpretation heard) {
        String answers = heard.fills().stream()
                .map(ExtractedAnswer::fact)
                .distinct()
                .flatMap(fact -> Optional.ofNullable(work.now().held().get(fact)).stream()
                        .map(held -> kit.label(fact) + ": " + kit.shown(fact, held.value())))
                .collect(Collectors.joining(" · "));
        if (!answers.isEmpty()) {
            work.say(kit.text("known-already", answers));
            work.askAgain();
            return true;
        }
        OpeningAnswer word = kit.counsel().opening(kit.understood(work.now()));
        if (!word.literal().isEmpty()) {
            work.say(word.literal(), word.plain());
            work.askAgain();
        }
        return !word.literal().isEmpty();
    }

    private void smallTalk(TurnBuilder work, Intent.SmallTalk.Kind kind, boolean answered) {
        if (!answered) {
            return;
        }
        switch (kind) {
            case GREETING -> {
                work.say(kit.text("greeting"));
                work.askAgain();
            }
            case THANKS -> work.say(kit.text("thanks"));
            case FAREWELL -> work.say(kit.text("farewell"));
            case WAITING -> work.say(kit.text("no-hurry"));
            case ACKNOWLEDGED -> work.say(kit.text("acknowledged"));
            case LAUGHTER -> {}
        }
    }
}
