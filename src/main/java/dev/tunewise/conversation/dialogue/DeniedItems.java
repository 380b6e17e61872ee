package dev.tunewise.conversation.dialogue;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.pattern.UsualWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message says is not the case, of lists that do not hold it: "not the tone, not the format", "it is not about made up claims". */
public final class DeniedItems {
    private static final Pattern DENIAL =
            Pattern.compile("(?:^|[,;.]|\\b(?:and|or|nor|but)\\b)\\W*(?:(?:no|nah|nope|nor|and|but)\\W+)*"
                    + "(?:(?:it|that|this)(?:['’]?s| is)\\s+)?(not|no|isn['’]?t)\\s+((?:[\\w'-]+\\s*){1,5})");

    /** The flow's list of facts that tell what is wrong: "not the format" is about those, "no schema" about the others. */
    private static final String TROUBLES = "troubles";

    private final Flow flow;
    private final UsualWords usual;

    /** Takes the flow's lists of words apart, which is worth doing once a flow. */
    public DeniedItems(Flow flow) {
        this.flow = flow;
        usual = UsualWords.of(flow);
    }

    /** The choices by fact, in the order of the message. */
    public Map<Fact, List<String>> in(String text) {
        Map<Fact, List<String>> denied = new LinkedHashMap<>();
        for (Fact fact : flow.facts()) {
            if (fact.type() != FactType.CHOICES || flow.isAsked(fact.id())) {
                continue;
            }
            Set<String> choices = new LinkedHashSet<>();
            Matcher denial = DENIAL.matcher(text.toLowerCase(Locale.ROOT));
            while (denial.find()) {
                boolean trouble = !denial.group(1).equals("no");
                List<String> words = Arrays.asList(denial.group(2).split("\\W+"));
                fact.choices().stream()
                        .filter(choice -> trouble == usual.list(TROUBLES).contains(fact.id()))
                        .filter(choice -> words.stream().anyMatch(usual.list(choice)::contains))
                        .forEach(choices::add);
            }
            if (!choices.isEmpty()) {
                denied.put(fact, List.copyOf(choices));
            }
        }
        return denied;
    }
}
