package dev.tunewise.condition.syntax;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what CEL's parser stumbled over. */
final class SyntaxErrorMessage {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern AND_OR_NOT = Pattern.compile("\\b(and|or|not|AND|OR|NOT)\\b");
    private static final Pattern NOT_BEFORE = Pattern.compile("\\b(not|NOT)\\s+$");
    private static final String COMPLETE = "Complete it, or remove ";
    private static final Pattern NUMBER_BEFORE = Pattern.compile("\\d$");

    private record Said(int at, String message, String remedy) {}

    static void explain(String text, int at, String celMessage, ConditionProblems complaints) {
        String before = text.substring(0, text.offsetByCodePoints(0, at));
        Said said = said(before, text.substring(before.length()), at, celMessage);
        complaints.add("condition-syntax", said.at(), said.message(), said.remedy());
    }

    private static Said said(String before, String rest, int at, String celMessage) {
        if (celMessage.startsWith("reserved identifier")) {
            return new Said(at, "`" + token(rest) + "` is a reserved word in CEL.", "Use another name.");
        } else if (rest.startsWith("=") && !rest.startsWith("==")) {
            return new Said(at, "A single `=` does not compare.", "Write `==`.");
        } else if (before.endsWith("<") && rest.startsWith(">")) {
            return new Said(at - 1, "`<>` is not an operator here.", "Write `!=`.");
        } else if (rest.startsWith("'") || rest.startsWith("\"")) {
            return new Said(at, "This text is not closed.", "End it with the same quote it starts with.");
        } else if (rest.startsWith("||") || rest.startsWith("&&")) {
            String sign = rest.substring(0, 2);
            return new Said(at, "A condition is missing in front of `" + sign + "`.", COMPLETE + "the operator.");
        } else if (rest.startsWith("|") || rest.startsWith("&")) {
            String sign = rest.substring(0, 1);
            return new Said(at, "`" + sign + "` alone is not an operator.", "Write `||` for or, `&&` for and.");
        }
        // The parser trips over `and` and `or` themselves, but over what follows `not`.
        Matcher here = AND_OR_NOT.matcher(rest);
        Matcher last = NOT_BEFORE.matcher(before);
        if (here.lookingAt()) {
            return operator(here.group(), at);
        } else if (last.find()) {
            return operator(last.group(1), before.codePointCount(0, last.start()));
        } else if (rest.isBlank() && celMessage.startsWith("missing ')'")) {
            return new Said(at, "A `(` is not closed.", "Add the `)`.");
        } else if (rest.isBlank()) {
            return new Said(
                    at, "The condition ends where something is still missing.", COMPLETE + "the last operator.");
        } else if (rest.startsWith(")") || rest.startsWith("]")) {
            return new Said(at, "`" + rest.charAt(0) + "` closes nothing.", "Remove it, or add what it closes.");
        }
        boolean afterNumber = NUMBER_BEFORE.matcher(before).find();
        if (afterNumber && rest.matches("(?s)[,'_].*")) {
            return new Said(at, "Numbers have no separators here.", "Write `1000`, not `1,000`.");
        } else if (afterNumber && WORD.matcher(rest).lookingAt()) {
            String remedy = "Write the number out in the unit of its fact, for example `50000` for 50k.";
            return new Said(at, "`" + token(rest) + "` cannot follow a number.", remedy);
        }
        String remedy = "Join comparisons with `&&` and `||`, and put texts in quotes.";
        return new Said(at, "`" + token(rest) + "` does not fit here.", remedy);
    }

    private static Said operator(String word, int at) {
        String sign = switch (word.toLowerCase(Locale.ROOT)) {
            case "and" -> "&&";
            case "or" -> "||";
            default -> "!";
        };
        return new Said(at, "`" + word + "` is not an operator in CEL.", "Write `" + sign + "`.");
    }

    private static String token(String rest) {
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? word.group() : Character.toString(rest.codePointAt(0));
    }
}
