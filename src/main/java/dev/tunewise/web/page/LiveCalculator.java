package dev.tunewise.web.page;

import dev.tunewise.chat.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: the answer of a consultation with a few figures moved. Nothing is stored. */
public interface LiveCalculator {
    /**
     * @param typed what stands in the fields, by fact; blank or missing ones keep their value
     * @return empty where there is no such consultation
     */
    Optional<Calculation> calculate(String conversation, Map<String, String> typed);

    /** The result. `before`: the answer of the consultation where it is another one; empty where it stays. */
    record Calculation(List<Dial> dials, String headline, String before, List<Block> blocks) {
        public List<Dial> moved() {
            return dials.stream().filter(Dial::moved).toList();
        }
    }

    /**
     * A figure that may be moved.
     *
     * @param value its value as a plain number; empty where nobody said it
     * @param shown the same as people read it
     * @param low where its slider begins, above zero
     * @param high where its slider ends
     * @param moved whether it is another than in the consultation
     * @param problem why what was typed could not be taken; empty where it could
     */
    record Dial(
            String fact,
            String label,
            String unit,
            String value,
            String shown,
            String low,
            String high,
            boolean moved,
            String problem) {}
}
