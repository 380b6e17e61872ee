package dev.tunewise.condition.syntax;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what CEL's parser stumbled over. */
final class SyntaxErrorMessage {
    private static final String CODE = "condition-syntax";
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern AND_OR_NOT = Pattern.compile("\\b(and|or|not|AND|OR|NOT)\\b");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("\\d$");

    static void explain(String text, int at, String celMessage, ConditionProblems complaints) {
        String before = text.substring(0, text.offsetByCodePoints(0, at));
        String rest = text.substring(before.length());
        if (celMessage.startsWith("reserved identifier")) {
            String word = firstWord(rest);
            complaints.add(CODE, at, "`" + word + "` is a reserved word in CEL.", "Use another name.");
        } else if (rest.startsWith("=") && !rest.startsWith("==")) {
            complaints.add(CODE, at, "A single `=` does not compare.", "Write `==`.");
        } else if (before.endsWith("<") && rest.startsWith(">")) {
            complaints.add(CODE, at - 1, "`<>` is not an operator here.", "Write `!=`.");
        } else if (rest.startsWith("'") || rest.startsWith("\"")) {
            complaints.add(CODE, at, "This text is not closed.", "End it with the same quote it starts with.");
        } else if (rest.startsWith("||") || rest.startsWith("&&")) {
            complaints.add(
                    CODE,
                    at,
                    "A condition is missing in front of `" + rest.substring(0, 2) + "`.",
                    "Complete it, or remove the operator.");
        } else if (rest.startsWith("|") || rest.startsWith("&")) {
            complaints.add(
                    CODE, at, "`" + rest.charAt(0) + "` alone is not an operator.", "Write `||` for or, `&&` for and.");
        } else if (wordOperator(before, rest, at, complaints)) {
            return;
        } else if (rest.isBlank()) {
            complaints.add(
                    CODE,
                    at,
                    celMessage.startsWith("missing ')'")
                            ? "A `(` is not closed."
                            : "The condition ends where something is still missing.",
                    celMessage.startsWith("missing ')'")
                            ? "Add the `)`."
                            : "Complete it, or remove the last operator.");
        } else if (rest.startsWith(")") || rest.startsWith("]")) {
            complaints.add(CODE, at, "`" + rest.charAt(0) + "` closes nothing.", "Remove it, or add what it closes.");
        } else if (NUMBER_BEFORE.matcher(before).find() && rest.matches("(?s)[,'_].*")) {
            complaints.add(CODE, at, "Numbers have no separators here.", "Write `1000`, not `1,000`.");
        } else if (NUMBER_BEFORE.matcher(before).find() && WORD.matcher(rest).lookingAt()) {
            complaints.add(
                    CODE,
                    at,
                    "`" + firstWord(rest) + "` cannot follow a number.",
                    "Write the number out in the unit of its fact, for example `50000` for 50k.");
        } else {
            complaints.add(
                    CODE,
                    at,
                    "`" + token(rest) + "` does not fit here.",
                    "Join comparisons with `&&` and `||`, and put texts in quotes.");
        }
    }

    /** `and`, `or` and `not` as words: the parser trips over the word itself or over what follows `not`. */
    private static boolean wordOperator(String before, String rest, int at, ConditionProblems complaints) {
        Matcher here = AND_OR_NOT.matcher(rest);
        if (here.lookingAt()) {
            complain(here.group(), at, complaints);
            return true;
        }
        Matcher last = Pattern.compile("\\b(not|NOT)\\s+$").matcher(before);
        if (last.find()) {
            complain(last.group(1), before.codePointCount(0, last.start()), complaints);
            return true;
        }
        return false;
    }

    private static void complain(String word, int at, ConditionProblems complaints) {
        String sign = switch (word.toLowerCase(Locale.ROOT)) {
            case "and" -> "&&";
            case "or" -> "||";
            default -> "!";
        };
        complaints.add(CODE, at, "`" + word + "` is not an operator in CEL.", "Write `" + sign + "`.");
    }

    private static String firstWord(String rest) {
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? word.group() : token(rest);
    }

    private static String token(String rest) {
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? word.group() : Character.toString(rest.codePointAt(0));
    }
}
