package dev.tunewise.conversation.wording;

import java.util.List;
import java.util.Locale;

/** The wording of an answer that belongs to no flow, each with the places that it must fill. */
public enum AnswerMessageKey {
    NOW,
    NEXT,
    COST,
    COST_TABLE("months"),
    COST_TABLE_ALL("months"),
    COST_RANGES,
    COST_OPTION,
    COST_SETUP,
    COST_MONTHLY,
    COST_ERRORS,
    COST_TOTAL,
    COST_SAVING,
    COST_PAYBACK,
    COST_UNPRICED("option", "missing"),
    COST_UNPRICED_TITLE,
    COST_BREAK_EVEN,
    COST_PROBABILITY("percent"),
    COST_SIMULATION("samples"),
    COST_WITHIN("months"),
    COST_WORTH,
    COST_WORTH_FALLING,
    COST_DRIVERS,
    COST_NOTES,
    COST_LEFT_OUT,
    COST_PARAMETERS,
    COST_PARAMETER("name", "value", "basis"),
    COST_INPUT,
    COST_LOW,
    COST_LIKELY,
    COST_HIGH,
    COST_BASIS,
    COST_PRICES,
    COST_MORE("count"),
    COST_PRICE_UNDATED("model", "price", "source"),
    COST_PRICE("model", "price", "date", "source"),
    COST_LINES("option"),
    COST_LINE,
    COST_AMOUNT,
    COST_FORMULA,
    COST_SOURCE,
    KEY_TODAY_MONTHLY,
    KEY_TODAY_ERRORS,
    KEY_TODAY_TOTAL,
    KEY_TRAINED,
    KEY_TRAINED_SETUP,
    KEY_TRAINED_MONTHLY,
    KEY_TRAINED_ERRORS,
    KEY_TRAINED_TOTAL,
    KEY_TRAINED_PAYBACK,
    KEY_TRAINED_CHANCE,
    KEY_CHANCE("percent", "months"),
    KEY_TOTAL("amount", "months"),
    KEY_UNTRAINED,
    KEY_UNTRAINED_TOTAL,
    KEY_NONE,
    GATES("open"),
    GATES_ALL_MET,
    GATE_MET("name"),
    GATE_OPEN("name", "todo"),
    GATE_TO_DO("todo"),
    FINDINGS("count"),
    PLAN,
    PLAN_TRAINING,
    PLAN_ROLLOUT,
    PLAN_UPKEEP,
    FLIPS,
    FLIPS_MORE("count"),
    FLIPS_NONE,
    FLIPS_INCOMPLETE,
    FLIP_TO("label", "value", "result"),
    FLIP_WITH("label", "value", "result"),
    FLIP_WITHOUT("label", "value", "result"),
    FLIP_AT_LEAST("label", "value", "result"),
    FLIP_AT_LEAST_ABOUT("label", "value", "result"),
    FLIP_AT_MOST("label", "value", "result"),
    FLIP_AT_MOST_ABOUT("label", "value", "result"),
    FLIP_DECIDES("verdict", "lever"),
    FLIP_ASKS("labels"),
    ASSUMED("count"),
    ASSUMED_MATTERS("label", "value"),
    ASSUMED_SAME("label", "value"),
    LADDER,
    LADDER_DONE,
    LADDER_NOW,
    LADDER_NEXT,
    LADDER_LATER,
    LADDER_NOT_FOR_THIS,
    EXPLANATION,
    EXPLANATION_RULE("rule", "number"),
    EXPLANATION_TESTS,
    EXPLANATION_ALWAYS,
    EXPLANATION_ANSWERS,
    EXPLANATION_FIGURES,
    EXPLANATION_PASSED,
    EXPLANATION_SO_NOT("rules"),
    EXPLANATION_SOURCES,
    TEST_HOLDS("test"),
    TEST_FAILS("test"),
    TEST_OPEN("test"),
    BASIS_BY("value", "author", "time"),
    BASIS_QUOTED("value", "author", "time", "quote"),
    BASIS_ASSUMED("value"),
    BASIS_PLAIN("value");

    private final List<String> places;

    AnswerMessageKey(String... places) {
        this.places = List.of(places);
    }

    /** Its key in the wording. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The places that its wording fills, in the order of the values. */
    List<String> places() {
        return places;
    }
}
