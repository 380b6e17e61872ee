package dev.tunewise.session.command;

import dev.tunewise.conversation.wording.CommandReplies;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which flow a problem is opened with: the usual one, unless the words begin with the name of another and a colon, or are that name alone.
 *
 * @param usual id of the flow that nobody has to name
 */
public record FlowChoice(String usual, Supplier<List<FlowName>> served) {
    /** What is to be opened. `problem`: what is left to say about it; may be empty. */
    record Chosen(String flow, String problem) {}

    Chosen of(String typed) {
        return served.get().stream()
                .flatMap(name -> named(name, typed).stream())
                .findFirst()
                .orElseGet(() -> new Chosen(usual, typed));
    }

    private static Optional<Chosen> named(FlowName name, String typed) {
        return Stream.of(name.called(), name.flow())
                .flatMap(word -> begins(word, typed).stream())
                .findFirst()
                .map(rest -> new Chosen(name.flow(), rest));
    }

    private static Optional<String> begins(String name, String typed) {
        String words = Stream.of(name.strip().split("[\\s-]+"))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[\\s-]+" + b)
                .orElse("");
        Matcher found = Pattern.compile(
                        "\\s*" + words + "\\s*(?::(?<rest>.*)|[.!?…]*\\s*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(typed);
        if (!found.matches() || words.isEmpty()) {
            return Optional.empty();
        }
        String rest = found.group("rest");
        return Optional.of(rest == null ? "" : rest.strip());
    }

    /** The flows beside the usual one, as help names them. */
    List<CommandReplies.Other> others() {
        return served.get().stream()
                .filter(name -> !name.flow().equals(usual))
                .map(name -> new CommandReplies.Other(name.called(), name.title()))
                .toList();
    }
}
