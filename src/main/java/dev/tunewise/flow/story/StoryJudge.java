package dev.tunewise.flow.story;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.List;
import java.util.regex.Pattern;

/** Compares how a story ended with what it expects. */
record StoryJudge(Flow flow, Story.Expectation expect) {
    /** Compares what is said before any question with what a story expects of it. */
    static void judgeFirstWord(Story.Expectation expect, StoryRunner.FirstWord said, List<String> faults) {
        for (String words : expect.literal()) {
            if (!Pattern.compile(words, Pattern.CASE_INSENSITIVE)
                    .matcher(said.literal())
                    .find()) {
                faults.add("Expected `" + words + "` in the first line, found `" + said.literal() + "`.");
            }
        }
        String shown = String.join(", ", said.moves());
        for (String move : expect.moves()) {
            if (List.of(move.split("\\|")).stream().noneMatch(said.moves()::contains)) {
                faults.add("Expected the move `" + move + "`, found: " + shown + ".");
            }
        }
        for (String move : expect.notMoves()) {
            if (said.moves().contains(move)) {
                faults.add("Expected the move `" + move + "` not to be shown, found: " + shown + ".");
            }
        }
    }

    void judge(InterviewStatus standing, List<String> asked, List<String> faults) {
        switch (standing) {
            case InterviewStatus.Decided decided -> judgeRule(decided.rule(), faults);
            case InterviewStatus.DeadEnd _ -> faults.add("No rule holds at its end.");
            case InterviewStatus.Open open ->
                faults.add("The rule `" + open.focus().id() + "` stays open.");
        }
        judgeQuestions(asked, faults);
    }

    private void judgeRule(Rule rule, List<String> faults) {
        String decidedBy = " (rule `" + rule.id() + "` decided)";
        if (expect.verdict() != null && !expect.verdict().equals(rule.verdict())) {
            faults.add("Expected the verdict `" + expect.verdict() + "`, found `" + rule.verdict() + "`" + decidedBy
                    + ".");
        }
        if (!expect.levers().isEmpty() && !expect.levers().contains(rule.lever())) {
            faults.add("Expected the lever `" + String.join("` or `", expect.levers()) + "`, found `" + rule.lever()
                    + "`" + decidedBy + ".");
        }
        if (expect.rule() != null && !expect.rule().equals(rule.id())) {
            faults.add("Expected the rule `" + expect.rule() + "` to decide, found `" + rule.id() + "`.");
        }
    }

    private void judgeQuestions(List<String> asked, List<String> faults) {
        Integer most = expect.mostQuestions();
        if (most != null && asked.size() > most) {
            faults.add("Expected at most " + most + " questions, found " + asked.size() + ": "
                    + String.join(", ", asked) + ".");
        }
        if (asked.size() > flow.maxQuestions()) {
            faults.add("It asks " + asked.size() + " questions; the flow allows " + flow.maxQuestions() + ".");
        }
        for (String fact : expect.asked()) {
            if (!asked.contains(fact)) {
                faults.add("Expected `" + fact + "` to be asked; asked were: " + String.join(", ", asked) + ".");
            }
        }
        for (String fact : expect.notAsked()) {
            if (asked.contains(fact)) {
                faults.add("Expected `" + fact + "` not to be asked.");
            }
        }
        if (expect.first() != null && (asked.isEmpty() || !expect.first().equals(asked.getFirst()))) {
            faults.add("Expected `" + expect.first() + "` to be asked first, found "
                    + (asked.isEmpty() ? "no question" : "`" + asked.getFirst() + "`") + ".");
        }
    }
}
