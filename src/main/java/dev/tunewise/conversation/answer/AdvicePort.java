package dev.tunewise.conversation.answer;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.CostParameter;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.form.FormAnswers;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: what the machine needs of the advice. */
public interface AdvicePort {
    /** The advice once a rule decided. */
    Counselled advise(Answers answers, Map<String, BigDecimal> parameters);

    /** What stands with these answers, without all that is shown around it; only where a rule decided. */
    Bearing bearing(Answers answers, Map<String, BigDecimal> parameters);

    /** What is still to be done or found out for the advice, in a few words each; cheap, since no figure is looked for. */
    List<String> conditions(Answers answers, Map<String, BigDecimal> parameters);

    /** What of it is compared with what was told earlier, in half of the time; empty where no rule decides. */
    Optional<Consultant.Outline> outline(Answers answers, Map<String, BigDecimal> parameters);

    /** Names the prices that are reckoned with; empty where there are none. */
    String edition();

    /** What there is to say to a case in its own terms, whether or not a rule decided. */
    default FirstWord firstWord(Answers answers, Map<String, BigDecimal> parameters) {
        return firstWord(answers, parameters, Judgement.NONE);
    }

    /** The same, with a verdict where it was asked whether to train. */
    FirstWord firstWord(Answers answers, Map<String, BigDecimal> parameters, Judgement judged);

    /** Whether something particular was asked that has an answer in its own terms; cheaper than the first word itself. */
    boolean isAnswered(Answers answers, Map<String, BigDecimal> parameters);

    /**
     * The answer to a question about the figures themselves, before and after a verdict.
     *
     * @return lines; empty where the text asks for no figure of the comparison
     */
    List<String> figures(String question, Answers answers, Map<String, BigDecimal> parameters);

    /** From which volumes the answer is another one, a sentence each; empty where nothing is compared. */
    List<String> volumes(Answers answers, Map<String, BigDecimal> parameters);

    /** What is done today costs, from whatever is known; empty where nothing is compared. */
    String bill(Answers answers, Map<String, BigDecimal> parameters);

    /** The interview whose figures reckon with these cost parameters. Called often: keep the usual ones at hand. */
    Interview interview(Map<String, BigDecimal> parameters);

    /** What answers lean to with these cost parameters; empty where the flow has no priors. */
    Optional<Forecast> forecast(Answers answers, Map<String, BigDecimal> parameters);

    /** What would change the advice, the nearest first, and which of what is assumed matters. */
    List<Block> changes(Answers answers, Map<String, BigDecimal> parameters);

    /** The cost parameters that may be set by hand, by key. */
    Map<String, CostParameter> parameters();

    /** The first day on which a model of the case is shut down; empty where no such day is known. */
    Optional<LocalDate> lastDay(Answers answers, Map<String, BigDecimal> parameters);

    /**
     * The advice in the pieces that the machine shows.
     *
     * @param withoutCosts the same without any amount of money, for those who may see none
     * @param monthly the monthly figure to show, formatted; empty where there is none
     * @param open what is still to be done or found out, in a few words each
     * @param blocks the whole answer; the card belongs below its first heading
     * @param outlook what would change it, which is looked for when it is asked for
     * @param figures the figures that a comparison is about, the most telling first; empty where nothing was reckoned
     * @param gain what the recommended option brings, or null where nothing was reckoned
     * @param bearing the same in what can be compared with an earlier one
     */
    record Counselled(
            String headline,
            String withoutCosts,
            String verdict,
            String lever,
            String monthly,
            List<String> open,
            DecisionCard card,
            List<Block> blocks,
            List<Block> explanation,
            Outlook outlook,
            List<Figure> figures,
            @Nullable Gain gain,
            Bearing bearing) {}

    /**
     * What the recommended option brings against what is done today.
     *
     * @param monthly US dollars saved a month, from the worst case of both to the best; below zero where it costs more
     * @param probability the chance that it stays the best option, in percent
     * @param beforeErrors whether wrong answers are left out, since nobody said what one costs
     */
    record Gain(String option, Range monthly, int probability, boolean beforeErrors) {}

    /**
     * What stands, in the figures by which it is compared with what stood before.
     *
     * @param option name of the recommended option; empty where nothing was reckoned
     * @param gain US dollars saved a month by it, or null where nothing was reckoned or it is what is done today
     * @param breakEvenOf name of an option with training, or else the recommended one, that beats what is done today from some volume on;
     *     empty where none does, or nothing was reckoned
     * @param breakEven that volume in whole calls a day, or null
     */
    record Bearing(
            String verdict,
            String lever,
            String headline,
            String option,
            @Nullable Range gain,
            String breakEvenOf,
            @Nullable BigDecimal breakEven) {}

    /** A figure of the advice. */
    record Figure(String label, String text) {}

    /**
     * What there is to say to a case in its own terms.
     *
     * @param plain its first line without looks; empty where there is nothing to say
     * @param whole the question that was put, answered, the case, its cause and the next moves
     * @param literal that first answer alone, with what is to be known of things that were named
     * @param answered whether it answers what was put; else the leaning has to
     * @param particular whether something else was asked than whether to train at all
     * @param judges whether it was asked whether to train, so that a verdict is due
     */
    record FirstWord(
            String plain,
            List<Block> whole,
            List<Block> literal,
            boolean answered,
            boolean particular,
            boolean judges) {
        public static final FirstWord NONE = new FirstWord("", List.of(), List.of(), false, false, false);
    }

    /**
     * A verdict before any rule decided.
     *
     * @param stand its id; empty where it cannot be told yet
     * @param said the sentence; nothing where none is due
     * @param first the step that surely comes first; nothing where none stands out
     * @param steps what may come first, by lever
     */
    record Judgement(String stand, Text said, Text first, Map<String, FormAnswers.Likely> steps) {
        public static final Judgement NONE = new Judgement("", new Text(List.of()));

        public Judgement(String stand, Text said) {
            this(stand, said, new Text(List.of()), Map.of());
        }

        /** Whether an answer that begins with yes or no says the same. */
        boolean agrees(String answer) {
            return answer.startsWith("Yes") == stand.equals("yes");
        }
    }
}
