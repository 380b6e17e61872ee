package dev.tunewise.advice.explanation;

import dev.tunewise.advice.evaluation.FlowTexts;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words what a test asks for. Tests of an unusual form are not put into words; their values then speak alone. */
public record TestDescriber(Flow flow, FlowTexts words) {
    private static final String NAME = "([a-z][a-z0-9_]*)";
    private static final String TEXT = "'([^']*)'";
    private static final String ORDER = " (<=|>=|<|>|==|!=) ";
    private static final Pattern NUMBER = Pattern.compile(NAME + ORDER + "(-?[0-9.]+)");
    private static final Pattern EQUAL = Pattern.compile(NAME + " (==|!=) " + TEXT);
    private static final Pattern ONE_OF = Pattern.compile(NAME + " in \\[(.*)]");
    private static final Pattern ANY = Pattern.compile(NAME + "\\.exists\\((\\w+), \\2 in \\[(.*)]\\)");
    private static final Pattern HOLDS = Pattern.compile(TEXT + " in " + NAME);
    private static final Pattern SIZE = Pattern.compile("size\\(" + NAME + "\\)" + ORDER + "([0-9]+)");
    private static final Pattern PAIR = Pattern.compile(NAME + ORDER + NAME);
    private static final Pattern MULTIPLE = Pattern.compile(NAME + ORDER + "([0-9.]+) \\* " + NAME);
    private static final Pattern YES = Pattern.compile(NAME);
    private static final Pattern QUOTED = Pattern.compile(TEXT);

    /** The values that a test looked at: "Training examples: 140 examples". */
    String found(Condition.Test test, List<Evidence> basis) {
        return basis.isEmpty()
                ? test.text()
                : basis.stream()
                        .map(each -> each.label() + ": " + words.values().of(each))
                        .collect(Collectors.joining("; "));
    }

    /** What a test asks for when it should say this, where its form is a usual one. */
    Optional<String> asked(String test, boolean wanted) {
        return number(test, wanted)
                .or(() -> size(test, wanted))
                .or(() -> equal(test, wanted))
                .or(() -> choices(test, wanted))
                .or(() -> pair(test, wanted))
                .or(() -> multiple(test, wanted))
                .or(() -> match(YES, test).map(_ -> wanted ? "yes" : "no"));
    }

    private Optional<String> number(String test, boolean wanted) {
        return match(NUMBER, test)
                .map(match -> order(match.group(2), wanted)
                        + words.values().quantity(match.group(1), Double.parseDouble(match.group(3))));
    }

    private Optional<String> size(String test, boolean wanted) {
        return match(SIZE, test)
                .map(match -> order(match.group(2), wanted) + (match.group(3).equals("0") ? "none" : match.group(3))
                        + " of its choices");
    }

    private Optional<String> equal(String test, boolean wanted) {
        return match(EQUAL, test)
                .map(match -> not(match.group(2).equals("==") == wanted) + quoted(match.group(1), match.group(3)));
    }

    private Optional<String> choices(String test, boolean wanted) {
        Optional<String> oneOf =
                match(ONE_OF, test).map(match -> not(wanted) + choices(match.group(1), match.group(2)));
        return oneOf.or(() -> match(ANY, test).map(match -> not(wanted) + choices(match.group(1), match.group(3))))
                .or(() -> match(HOLDS, test).map(match -> not(wanted) + quoted(match.group(2), match.group(1))));
    }

    private Optional<String> pair(String test, boolean wanted) {
        return match(PAIR, test)
                .filter(match -> declared(match.group(1)) && declared(match.group(3)))
                .map(match -> words.label(match.group(1)) + " " + order(match.group(2), wanted)
                        + words.label(match.group(3)));
    }

    private Optional<String> multiple(String test, boolean wanted) {
        return match(MULTIPLE, test)
                .filter(match -> declared(match.group(1)) && declared(match.group(4)))
                .map(match -> order(match.group(2), wanted) + match.group(3) + " × " + words.label(match.group(4)));
    }

    private boolean declared(String id) {
        return flow.fact(id).isPresent() || flow.figure(id).isPresent();
    }

    private String choices(String fact, String list) {
        return QUOTED.matcher(list)
                .results()
                .map(match -> quoted(fact, match.group(1)))
                .collect(Collectors.joining(" or "));
    }

    private String quoted(String fact, String choice) {
        return "“" + words.values().choice(fact, choice) + "”";
    }

    private static Optional<MatchResult> match(Pattern pattern, String test) {
        Matcher matcher = pattern.matcher(test);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String not(boolean wanted) {
        return wanted ? "" : "not ";
    }

    private static String order(String operator, boolean wanted) {
        return switch (operator) {
            case "<" -> wanted ? "under " : "at least ";
            case "<=" -> wanted ? "at most " : "over ";
            case ">" -> wanted ? "over " : "at most ";
            case ">=" -> wanted ? "at least " : "under ";
            case "==" -> wanted ? "" : "not ";
            default -> wanted ? "not " : "";
        };
    }
}
