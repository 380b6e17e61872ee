package dev.tunewise.session.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which flow a command opens: the usual one, unless another is named so that nothing else can be meant. */
class FlowChoiceTest {
    private static final FlowChoice CHOICE = new FlowChoice(
            "hedge",
            () -> List.of(
                    new FlowName("hedge", "Plant a hedge?", "hedge"),
                    new FlowName("old-wall", "Keep the wall?", "wall")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wall: it leans | old-wall | it leans",
                "WALL : it leans | old-wall | it leans",
                "wall | old-wall | ''",
                "Wall? | old-wall | ''",
                "old-wall: it leans | old-wall | it leans",
                "old wall | old-wall | ''",
                "old wall: a: b | old-wall | a: b",
                "hedge: birds | hedge | birds",
                // What merely begins with the word is a problem like any other.
                "wall leans, should we plant a hedge? | hedge | wall leans, should we plant a hedge?",
                "our old wall: it leans | hedge | our old wall: it leans",
                "walls: many | hedge | walls: many",
                "fence: it leans | hedge | fence: it leans",
            })
    void aFlowIsNamedByItsWordAndAColonOrAlone(String typed, String flow, String problem) {
        assertEquals(new FlowChoice.Chosen(flow, problem), CHOICE.of(typed));
    }

    @Test
    void withOneFlowNothingHasToBeNamed() {
        FlowChoice one = new FlowChoice("hedge", List::of);
        assertEquals(new FlowChoice.Chosen("hedge", "wall: it leans"), one.of("wall: it leans"));
        assertEquals(List.of(), one.others());
    }

    @Test
    void theOthersAreNamedInHelp() {
        assertEquals("wall", CHOICE.others().getFirst().called());
        assertEquals(1, CHOICE.others().size());
    }
}
