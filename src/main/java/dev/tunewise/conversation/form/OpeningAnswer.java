package dev.tunewise.conversation.form;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.List;
import java.util.Map;

/**
 * What there is to say to a case in its own terms.
 *
 * @param plain its first line without looks; empty where there is nothing to say
 * @param whole the question that was put, answered, the case, its cause and the next moves
 * @param literal that first answer alone, with what is to be known of things that were named
 * @param answered whether it answers what was put; else the leaning has to
 * @param particular whether something else was asked than whether to train at all
 * @param judges whether it was asked whether to train, so that a verdict is due
 */
public record OpeningAnswer(
        String plain, List<Block> whole, List<Block> literal, boolean answered, boolean particular, boolean judges) {
    public static final OpeningAnswer NONE = new OpeningAnswer("", List.of(), List.of(), false, false, false);

    /**
     * A verdict before any rule decided.
     *
     * @param stand its id; empty where it cannot be told yet
     * @param said the sentence; nothing where none is due
     * @param first the step that surely comes first; nothing where none stands out
     * @param steps what may come first, by lever
     */
    public record Judgement(String stand, Text said, Text first, Map<String, FormAnswers.Likely> steps) {
        public static final Judgement NONE = new Judgement("", new Text(List.of()));

        public Judgement(String stand, Text said) {
            this(stand, said, new Text(List.of()), Map.of());
        }

        /** Whether an answer that begins with yes or no says the same. */
        public boolean agrees(String answer) {
            return answer.startsWith("Yes") == stand.equals("yes");
        }
    }
}
