package dev.tunewise.terminal;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Button;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.UserInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a typed line means: a number of an option, a letter of a button, a command, or words. */
final class LineCommand {
    /** Words that are commands when they stand alone. */
    static final List<String> COMMANDS = Arrays.stream(ConversationCommand.values())
            .map(ConversationCommand::id)
            .toList();

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}([\\s,;]+\\d{1,3})*");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");
    private static final Set<String> YES = Set.of("y", "yes");
    private static final Set<String> NO = Set.of("n", "no");

    /** What a line means where this question is open and these buttons are shown. */
    static UserInput read(String line, Optional<dev.tunewise.chat.Input> open, List<Button> buttons) {
        String text = line.strip();
        String word = text.toLowerCase(Locale.ROOT).replaceFirst("^/", "").replace(' ', '-');
        return open.flatMap(question -> answer(question, text))
                .or(() -> letter(text, buttons))
                .or(() -> command(word))
                .orElseGet(() -> new UserInput.Said(line));
    }

    private static Optional<UserInput> letter(String text, List<Button> buttons) {
        int index = text.length() == 1 ? text.charAt(0) - 'a' : -1;
        return index >= 0 && index < buttons.size()
                ? Optional.of(new UserInput.Clicked(buttons.get(index).action()))
                : Optional.empty();
    }

    private static Optional<UserInput> command(String word) {
        String plain = word.replace("'", "").replace("’", "");
        return ConversationCommand.of(plain).map(verb -> new UserInput.Clicked(verb.action()));
    }

    /** The answer in a line, where it is one in the form that the question offers. */
    static Optional<UserInput> answer(dev.tunewise.chat.Input question, String text) {
        return value(question, text).map(value -> new UserInput.Clicked(new Action.Answer(question.fact(), value)));
    }

    /** The value in a line as answers write it. */
    static Optional<String> value(dev.tunewise.chat.Input question, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (question.kind()) {
            case dev.tunewise.chat.Input.One(var options) -> one(options, text);
            case dev.tunewise.chat.Input.Many(var options) -> many(options, text);
            case dev.tunewise.chat.Input.Search(var suggestions) -> one(suggestions, text);
            case dev.tunewise.chat.Input.YesNo _ ->
                YES.contains(word) ? Optional.of("yes") : NO.contains(word) ? Optional.of("no") : Optional.empty();
            case dev.tunewise.chat.Input.Number number ->
                PLAIN_NUMBER.matcher(text).matches() && within(number, new BigDecimal(text))
                        ? Optional.of(text)
                        : Optional.empty();
        };
    }

    private static Optional<String> one(List<dev.tunewise.chat.Input.Option> options, String text) {
        if (NUMBERS.matcher(text).matches() && !text.contains(" ") && !text.contains(",")) {
            int index = Integer.parseInt(text);
            return index >= 1 && index <= options.size()
                    ? Optional.of(options.get(index - 1).value())
                    : Optional.empty();
        }
        return named(options, text);
    }

    private static Optional<String> named(List<dev.tunewise.chat.Input.Option> options, String text) {
        return options.stream()
                .filter(option ->
                        option.value().equalsIgnoreCase(text) || option.label().equalsIgnoreCase(text))
                .map(dev.tunewise.chat.Input.Option::value)
                .findFirst();
    }

    /** Numbers joined by commas or spaces; 0 alone for none of them. */
    private static Optional<String> many(List<dev.tunewise.chat.Input.Option> options, String text) {
        if (text.equals("0") || text.equalsIgnoreCase("none")) {
            return Optional.of("");
        }
        if (!NUMBERS.matcher(text).matches()) {
            return named(options, text);
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String number : new ArrayList<>(List.of(text.split("[\\s,;]+")))) {
            int index = Integer.parseInt(number);
            if (index < 1 || index > options.size()) {
                return Optional.empty();
            }
            chosen.add(options.get(index - 1).value());
        }
        return Optional.of(String.join(",", chosen));
    }

    private static boolean within(dev.tunewise.chat.Input.Number number, BigDecimal value) {
        return (number.min().isEmpty() || value.compareTo(new BigDecimal(number.min())) >= 0)
                && (number.max().isEmpty() || value.compareTo(new BigDecimal(number.max())) <= 0);
    }

    /** A form with these values, or a word that the form was left empty. */
    static UserInput filled(Map<String, String> values) {
        return values.isEmpty()
                ? new UserInput.Clicked(ConversationCommand.REPEAT.action())
                : new UserInput.Filled(values);
    }
}
