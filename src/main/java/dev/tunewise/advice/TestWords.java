package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words what a test asks for. Tests of an unusual form are not put into words; their values then speak alone. */
final class TestWords {
    private static final String NAME = "([a-z][a-z0-9_]*)";
    private static final String TEXT = "['\"]([^'\"]*)['\"]";
    private static final String ORDER = "\\s*(<=|>=|<|>|==|!=)\\s*";
    private static final Pattern NUMBER = Pattern.compile(NAME + ORDER + "(-?[0-9.]+)");
    private static final Pattern EQUAL = Pattern.compile(NAME + "\\s*(==|!=)\\s*" + TEXT);
    private static final Pattern ONE_OF = Pattern.compile(NAME + "\\s+in\\s+\\[(.*)]");
    private static final Pattern HOLDS = Pattern.compile(TEXT + "\\s+in\\s+" + NAME);
    private static final Pattern SIZE = Pattern.compile("size\\(" + NAME + "\\)" + ORDER + "([0-9]+)(?:\\.0)?");
    private static final Pattern PAIR = Pattern.compile(NAME + ORDER + NAME);
    private static final Pattern ANY =
            Pattern.compile(NAME + "\\.exists\\((\\w+), \\2 in \\[(.*)]\\)");
    private static final Pattern QUOTED = Pattern.compile(TEXT);

    private final Flow flow;
    private final Words words;

    TestWords(Flow flow, Words words) {
        this.flow = flow;
        this.words = words;
    }

    /** The test with the values it looked at: "Training examples: 140 examples (the rule asks for under 200 examples)". */
    String words(Condition.Test test, List<Basis> basis, boolean holds) {
        String found = basis.stream()
                .map(each -> each.label() + ": " + each.value())
                .collect(Collectors.joining("; "));
        String asked = asked(test.text().strip())
                .map(text -> (holds ? "this is " : "asked for is ") + text)
                .orElse("");
        if (found.isEmpty()) {
            return asked;
        }
        return asked.isEmpty() || holds ? found : found + " (" + asked + ")";
    }

    /** What a test asks for, where its form is a usual one. */
    Optional<String> asked(String test) {
        return number(test)
                .or(() -> equal(test))
                .or(() -> oneOf(test))
                .or(() -> holds(test))
                .or(() -> any(test))
                .or(() -> size(test))
                .or(() -> pair(test));
    }

    private Optional<String> number(String test) {
        Matcher match = NUMBER.matcher(test);
        return match.matches()
                ? Optional.of(order(match.group(2)) + words.values().quantity(match.group(1), Double.parseDouble(match.group(3))))
                : Optional.empty();
    }

    private Optional<String> equal(String test) {
        Matcher match = EQUAL.matcher(test);
        return match.matches()
                ? Optional.of(not(match.group(2)) + quoted(match.group(1), match.group(3)))
                : Optional.empty();
    }

    private Optional<String> oneOf(String test) {
        Matcher match = ONE_OF.matcher(test);
        return match.matches() ? Optional.of(choices(match.group(1), match.group(2))) : Optional.empty();
    }

    private Optional<String> any(String test) {
        Matcher match = ANY.matcher(test);
        return match.matches() ? Optional.of(choices(match.group(1), match.group(3))) : Optional.empty();
    }

    private Optional<String> holds(String test) {
        Matcher match = HOLDS.matcher(test);
        return match.matches() ? Optional.of(quoted(match.group(2), match.group(1))) : Optional.empty();
    }

    private Optional<String> size(String test) {
        Matcher match = SIZE.matcher(test);
        return match.matches() ? Optional.of(order(match.group(2)) + match.group(3) + " of the choices") : Optional.empty();
    }

    private Optional<String> pair(String test) {
        Matcher match = PAIR.matcher(test);
        boolean both = match.matches() && declared(match.group(1)) && declared(match.group(3));
        return both
                ? Optional.of(words.label(match.group(1)) + " " + order(match.group(2)).strip() + " "
                        + words.label(match.group(3)))
                : Optional.empty();
    }

    private boolean declared(String id) {
        return flow.fact(id).isPresent() || flow.figure(id).isPresent();
    }

    private String choices(String fact, String list) {
        List<String> named = new ArrayList<>();
        QUOTED.matcher(list).results().forEach(match -> named.add(quoted(fact, match.group(1))));
        return String.join(" or ", named);
    }

    private String quoted(String fact, String choice) {
        return "“" + words.values().choice(fact, choice) + "”";
    }

    private static String not(String operator) {
        return operator.equals("!=") ? "anything but " : "";
    }

    private static String order(String operator) {
        return switch (operator) {
            case "<" -> "under ";
            case "<=" -> "at most ";
            case ">" -> "over ";
            case ">=" -> "at least ";
            case "!=" -> "anything but ";
            default -> "exactly ";
        };
    }
}
