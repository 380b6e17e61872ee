package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a verdict came about: the rule, what it looked at, the answers with their authors, the rules above it, the sources. */
record ExplanationSection(Messages wording) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    List<Block> blocks(Advice advice) {
        if (advice.decision().isEmpty()) {
            return List.of();
        }
        Decision decision = advice.decision().get();
        Explanation why = advice.explanation();
        List<Block> blocks = new ArrayList<>();
        if (why.tests().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.plain(wording.plain("explanation-always"))));
        }
        titled("explanation-tests", tests(why), blocks);
        pairs("explanation-answers", why.answers(), blocks);
        pairs("explanation-figures", why.figures(), blocks);
        titled("explanation-passed", passed(why), blocks);
        titled("explanation-sources", sources(decision), blocks);
        return blocks;
    }

    /** How sure a verdict is that a rule made: what it rests on, what of it nobody said, and which of that would change it. */
    List<String> surety(Advice advice, Outlook outlook) {
        Decision decision = advice.decision().orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(wording.plain("surety-rule", decision.headline()));
        String rests = advice.explanation().tests().stream()
                .filter(test -> test.outcome() == Explanation.Outcome.HOLDS)
                .flatMap(test -> test.basis().stream())
                .map(basis -> wording.plain("surety-fact", basis.label(), basis.value()))
                .distinct()
                .collect(Collectors.joining("; "));
        if (!rests.isEmpty()) {
            lines.add(wording.plain("surety-rests", rests));
        }
        if (advice.assumptions().isEmpty()) {
            lines.add(wording.plain("surety-said"));
            return lines;
        }
        lines.add(wording.plain(
                "surety-assumed",
                advice.assumptions().stream()
                        .map(each -> wording.plain("surety-fact", each.label(), each.value()))
                        .collect(Collectors.joining("; "))));
        String hinges = advice.assumptions().stream()
                .filter(each -> outlook.matters(each.fact()))
                .map(Assumption::label)
                .collect(Collectors.joining(", "));
        lines.add(hinges.isEmpty() ? wording.plain("surety-stays") : wording.plain("surety-hinges", hinges));
        return lines;
    }

    private List<Text> tests(Explanation why) {
        return why.tests().stream()
                .filter(test -> !test.found().equals(test.test()))
                .map(this::test)
                .map(Text::plain)
                .distinct()
                .toList();
    }

    /** In the words of the facts; how the flow's author wrote the test is nobody's business here. */
    private String test(Explanation.Tested test) {
        String phrase = switch (test.outcome()) {
            case HOLDS -> "test-holds";
            case FAILS -> "test-fails";
            case OPEN -> "test-open";
        };
        return wording.plain(phrase, test.outcome() == Explanation.Outcome.FAILS ? wanted(test) : test.words());
    }

    /** What would have had to hold: "What is wrong: “The format breaks”"; the value that was found where it cannot be said. */
    private static String wanted(Explanation.Tested test) {
        if (test.asked().isEmpty() || test.basis().isEmpty()) {
            return test.words();
        }
        return test.basis().stream().map(Evidence::label).collect(Collectors.joining(", ")) + ": " + test.asked();
    }

    /** The rules that did not hold, those together that failed on the same values; one that is still open rules out nothing. */
    private List<Text> passed(Explanation why) {
        Map<String, List<String>> together = new LinkedHashMap<>();
        for (Explanation.Passed passed : why.passed()) {
            if (passed.because().isEmpty()) {
                continue;
            }
            String found =
                    passed.because().stream().map(Explanation.Tested::found).collect(Collectors.joining("; "));
            together.computeIfAbsent(found, _ -> new ArrayList<>()).add(passed(passed));
        }
        return together.entrySet().stream()
                .map(each -> Text.strong(each.getKey())
                        .then(Text.plain(". "
                                + wording.plain(
                                        "explanation-so-not",
                                        String.join("; ", new LinkedHashSet<>(each.getValue()))))))
                .toList();
    }

    private String passed(Explanation.Passed passed) {
        String asked = passed.because().stream()
                .map(Explanation.Tested::asked)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? passed.name() : passed.name() + " (" + asked + ")";
    }

    private static List<Text> sources(Decision decision) {
        return decision.reasons().stream()
                .flatMap(reason -> reason.sources().stream())
                .distinct()
                .map(ExplanationSection::source)
                .toList();
    }

    static Text source(SourceReference cited) {
        return cited.url().isEmpty()
                ? Text.plain(cited.full())
                : new Text(List.of(new Text.Link(cited.full(), cited.url())));
    }

    private void titled(String title, List<Text> items, List<Block> blocks) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.plain(title))));
            blocks.add(new Block.Bullets(items));
        }
    }

    private void pairs(String title, List<Evidence> all, List<Block> blocks) {
        if (!all.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.plain(title))));
            blocks.add(new Block.Pairs(all.stream()
                    .map(basis -> new Block.Pair(basis.label(), Text.plain(said(basis.value(), basis.given()))))
                    .toList()));
        }
    }

    /** A value with who said it, when, and in which words. */
    private String said(String value, @Nullable SourcedAnswer given) {
        if (given == null) {
            return wording.plain("basis-plain", value);
        }
        if (given.assumed()) {
            return value.isEmpty() ? wording.plain("basis-unknown") : wording.plain("basis-assumed", value);
        }
        SourcedAnswer.Origin origin = given.origin();
        if (origin == null) {
            return wording.plain("basis-plain", value);
        }
        String time = TIME.format(origin.at());
        return origin.quote().isEmpty()
                ? wording.plain("basis-by", value, origin.author(), time)
                : wording.plain("basis-quoted", value, origin.author(), time, origin.quote());
    }
}
