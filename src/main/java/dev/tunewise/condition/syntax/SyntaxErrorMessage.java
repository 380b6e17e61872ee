package dev.tunewise.condition.syntax;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what CEL's parser stumbled over. */
final class SyntaxErrorMessage {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern AND_OR_NOT = Pattern.compile("\\b(and|or|not|AND|OR|NOT)\\b");
    private static final Pattern NOT_BEFORE = Pattern.compile("\\b(not|NOT)\\s+$");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("\\d$");

    static void explain(String text, int at, String celMessage, ConditionProblems complaints) {
        String before = text.substring(0, text.offsetByCodePoints(0, at));
        String rest = text.substring(before.length());
        // The parser trips over `and` and `or` themselves, but over what follows `not`.
        Matcher here = AND_OR_NOT.matcher(rest);
        Matcher last = NOT_BEFORE.matcher(before);
        boolean afterNumber = NUMBER_BEFORE.matcher(before).find();
        if (celMessage.startsWith("reserved identifier")) {
            complaints.add("condition-syntax.reserved", at, token(rest));
        } else if (rest.startsWith("=") && !rest.startsWith("==")) {
            complaints.add("condition-syntax.equals", at);
        } else if (before.endsWith("<") && rest.startsWith(">")) {
            complaints.add("condition-syntax.unequal", at - 1);
        } else if (rest.startsWith("'") || rest.startsWith("\"")) {
            complaints.add("condition-syntax.quote", at);
        } else if (rest.startsWith("||") || rest.startsWith("&&")) {
            complaints.add("condition-syntax.in-front", at, rest.substring(0, 2));
        } else if (rest.startsWith("|") || rest.startsWith("&")) {
            complaints.add("condition-syntax.single", at, rest.substring(0, 1));
        } else if (here.lookingAt()) {
            complaints.add("condition-syntax.word", at, here.group(), sign(here.group()));
        } else if (last.find()) {
            int start = before.codePointCount(0, last.start());
            complaints.add("condition-syntax.word", start, last.group(1), sign(last.group(1)));
        } else if (rest.isBlank()) {
            boolean open = celMessage.startsWith("missing ')'");
            complaints.add(open ? "condition-syntax.open" : "condition-syntax.end", at);
        } else if (rest.startsWith(")") || rest.startsWith("]")) {
            complaints.add("condition-syntax.closes", at, rest.substring(0, 1));
        } else if (afterNumber && rest.matches("(?s)[,'_].*")) {
            complaints.add("condition-syntax.separator", at);
        } else if (afterNumber && WORD.matcher(rest).lookingAt()) {
            complaints.add("condition-syntax.after-number", at, token(rest));
        } else {
            complaints.add("condition-syntax.other", at, token(rest));
        }
    }

    private static String sign(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "and" -> "&&";
            case "or" -> "||";
            default -> "!";
        };
    }

    private static String token(String rest) {
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? word.group() : Character.toString(rest.codePointAt(0));
    }
}
