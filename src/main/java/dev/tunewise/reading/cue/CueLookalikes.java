package dev.tunewise.reading.cue;

import java.util.List;
import java.util.Map;

/** Words that look like a cue of {@link CuePatterns} and are none: "not only", "no wonder", "would say". */
final class CueLookalikes {
    private CueLookalikes() {}

    /** The patterns by the kind of cue that they look like. */
    static final Map<Cue.Kind, List<String>> BY_KIND = Map.of(
            Cue.Kind.HYPOTHESIS,
                    List.of(
                            "(i|we) would (say|guess|think|estimate|reckon|put)",
                            "(i|we) would <n>",
                            "would (need|want|like|love|prefer|require)",
                            "might as well",
                            "may not (be|leave|go|leak|see|pass)",
                            "(wonder|wonders|wondering|wondered|asks|asked|asking|ask|see|check|decide|know|knows|tell|clear|unclear|predict|predicts|predicting) if",
                            "not sure (if|whether)? (this|it|i|here) (is|am) (the|in the|at the)? right (place|channel|forum|thread|spot)",
                            // by itself it goes on with a guess: "no idea, maybe a few thousand"
                            "(not sure|no idea|no clue|do not know|dunno|hard to say|can not (tell|say)) $"),
            Cue.Kind.NEGATION,
                    List.of(
                            "not (only|just|merely|bad|too bad|to mention|least|yet another|surprisingly)",
                            "no (problem|problems|worries|doubt|wonder|matter|biggie|surprise) $",
                            "no (doubt|wonder|matter)",
                            "(doubt|doubts) that $",
                            "nothing but",
                            "^ no $",
                            "(or|if) not",
                            "why not"),
            Cue.Kind.FUTURE,
                    List.of(
                            "(it|model|models|bot|llm|they|sometimes|often|always|usually|which|that|assistant|system|<name>) will (often|sometimes|just|still|always|randomly|occasionally|happily|confidently|also|then|simply|even|invent|make|break|return|give|add|forget|ignore|drop|hallucinate|output|produce|write|say|answer|mix|pick|choose|miss|fail|refuse)"),
            Cue.Kind.WISH,
                    List.of(
                            "(as|than|what|when|where) (needed|required|expected)",
                            "(no|not) (needed|required|needed)"),
            Cue.Kind.OTHERS,
                    List.of(
                            "(predict|predicts|predicting|prediction|forecast|forecasts|forecasting|estimate|estimates|estimating|model|models) .. (rate|churn|conversion|retention|attendance|occupancy|inflation|utilisation|utilization|adoption) (is|at|of)?",
                            "(churn|conversion|retention|attendance|occupancy) (prediction|model|classifier|forecast)"),
            Cue.Kind.PAST,
                    List.of(
                            "(never|not|as) before",
                            "before (sending|calling|answering|responding|it|they|going)",
                            "before (legal|compliance|management|launch|launching|go|anyone|anybody|release|shipping|rollout|signing)"));
}
