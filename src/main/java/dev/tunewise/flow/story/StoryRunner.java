package dev.tunewise.flow.story;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plays stories: answers every question from the story until nothing more is asked, and compares the end with what is expected. */
public final class StoryRunner {
    private final Flow flow;
    private final Interview interview;
    private final StoryEar ear;
    private final StoryMouth mouth;

    /** `ear`: reads what the people of a story type. `mouth`: says what a case calls for before any question. */
    public StoryRunner(Flow flow, FigureCalculator figures, StoryEar ear, StoryMouth mouth) {
        this.flow = flow;
        this.interview = new Interview(flow, figures);
        this.ear = ear;
        this.mouth = mouth;
    }

    /** Says what a case calls for before any question. */
    @FunctionalInterface
    public interface StoryMouth {
        /** What is said to these answers. */
        Opening say(Answers answers);
    }

    /** What is said to a case before any question. `literal`: the answer to the question that was put. */
    public record Opening(String literal, List<String> moves) {}

    /** Reads what the people of a story type. */
    @FunctionalInterface
    public interface StoryEar {
        /** The answers after a text. `text`: what was typed. */
        Answers hear(Answers before, String text);
    }

    public StoryResult play(Story story) {
        Answers answers = Answers.none();
        for (String text : story.say()) {
            answers = new NamedThings(flow.guidance().mentions()).added(ear.hear(answers, text), text);
            answers = new NamedSettings(flow.guidance().settings()).added(answers, text);
        }
        List<String> asked = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (story.expect().firstWordOnly()) {
            for (Map.Entry<String, Value> fact : story.facts().entrySet()) {
                answers = answers.with(fact.getKey(), SourcedAnswer.of(fact.getValue()));
            }
            judge(story.expect(), mouth.say(answers), faults);
            return new StoryResult(story, interview.standing(answers), answers, asked, faults);
        }
        InterviewStatus standing = interview.standing(answers);
        while (!standing.asks().isEmpty()) {
            String fact = standing.asks().getFirst();
            if (asked.contains(fact)) {
                faults.add("`" + fact + "` is asked again.");
                break;
            }
            asked.add(fact);
            SourcedAnswer given = answer(story, fact);
            if (given == null) {
                faults.add("It asks `" + fact + "`, and the story has no answer: add it to `facts`, or to `unknown`"
                        + " for \"don't know\".");
                break;
            }
            answers = answers.with(fact, given);
            standing = interview.standing(answers);
        }
        if (faults.isEmpty()) {
            judge(story.expect(), standing, asked, faults);
        }
        return new StoryResult(story, standing, answers, asked, faults);
    }

    private @Nullable SourcedAnswer answer(Story story, String fact) {
        Value value = story.facts().get(fact);
        if (value != null) {
            return SourcedAnswer.of(value);
        }
        return story.unknown().contains(fact)
                ? new SourcedAnswer(flow.fact(fact).orElseThrow().assume(), true, null)
                : null;
    }

    /** Compares what is said before any question with what a story expects of it. */
    private static void judge(Story.Expectation expect, Opening said, List<String> faults) {
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

    /** Compares how a story ended with what it expects. */
    private void judge(Story.Expectation expect, InterviewStatus standing, List<String> asked, List<String> faults) {
        switch (standing) {
            case InterviewStatus.Decided decided -> judge(expect, decided.rule(), faults);
            case InterviewStatus.DeadEnd _ -> faults.add("No rule holds at its end.");
            case InterviewStatus.Open open ->
                faults.add("The rule `" + open.focus().id() + "` stays open.");
        }
        judge(expect, asked, faults);
    }

    private static void judge(Story.Expectation expect, Rule rule, List<String> faults) {
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

    private void judge(Story.Expectation expect, List<String> asked, List<String> faults) {
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
