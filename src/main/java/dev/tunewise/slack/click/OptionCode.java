package dev.tunewise.slack.click;

import dev.tunewise.chat.Input;
import dev.tunewise.slack.block.SlackLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The options of a question as menus carry them: by value, or by number where the value is empty or too long for a menu. */
public final class OptionCode {
    private static final String NUMBER = "~";

    static String write(List<Input.Option> options, int index) {
        String value = options.get(index).value();
        boolean plain = !value.isEmpty() && value.length() <= SlackLimits.OPTION_TEXT && !value.startsWith(NUMBER);
        return plain ? value : NUMBER + index;
    }

    /**
     * The answer that a menu's value stands for.
     *
     * @param input the question, asked for only where the value is a number
     */
    public static Optional<String> read(String code, Supplier<Optional<Input>> input) {
        if (!code.startsWith(NUMBER)) {
            return Optional.of(code);
        }
        String index = code.substring(NUMBER.length());
        if (index.isEmpty() || index.length() > 4 || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return input.get()
                .map(question -> question.kind().offered())
                .flatMap(options -> options.stream()
                        .skip(Integer.parseInt(index))
                        .findFirst()
                        .map(Input.Option::value));
    }

    /** The options, no value twice, as many as a menu may hold. */
    public static List<Entry> entries(Input input, int max) {
        List<Input.Option> options = input.kind().offered();
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < options.size() && entries.size() < max; index++) {
            String code = write(options, index);
            if (seen.add(code)) {
                entries.add(new Entry(code, options.get(index)));
            }
        }
        return entries;
    }

    /** An option with its code. */
    public record Entry(String code, Input.Option option) {}
}
