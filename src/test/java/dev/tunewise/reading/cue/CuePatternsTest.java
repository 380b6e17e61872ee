package dev.tunewise.reading.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CuePatternsTest {
    @Test
    void readsHeadingsAndThePatternsUnderThem() {
        assertEquals(
                List.of(
                        new CuePatterns.Group(Cue.Kind.WISH, CuePatterns.Reach.CLAUSE_REST, List.of("want", "need")),
                        new CuePatterns.Group(Cue.Kind.PAST, CuePatterns.Reach.CLAUSE, List.of("<0..mo> ago"))),
                CuePatterns.parse("""
                        # remarks and empty lines are left out

                        [wish, clause rest]
                        want
                        need
                        [past, clause]
                        <0..mo> ago
                        """));
    }

    @Test
    void saysWhichLineIsWrongAndWhatWasExpected() {
        String kind = assertThrows(IllegalArgumentException.class, () -> CuePatterns.parse("[wsih, clause]"))
                .getMessage();
        assertTrue(kind.contains("`[wsih, clause]`") && kind.contains("WISH"), kind);
        String early = assertThrows(IllegalArgumentException.class, () -> CuePatterns.parse("want\n[wish, clause]"))
                .getMessage();
        assertTrue(early.contains("`want`"), early);
    }
}
