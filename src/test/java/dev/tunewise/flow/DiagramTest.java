package dev.tunewise.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.Golden;
import org.junit.jupiter.api.Test;

class DiagramTest {

    @Test
    void drawsTheSmallFlow() {
        Golden.check(
                FlowEdits.BACKUP_PLAN.resolve("flow.mmd"),
                Diagram.mermaid(FlowEdits.backupPlan().flow()));
    }

    @Test
    void keepsMarkupOutOfItsLabels() {
        Flow flow = FlowEdits.loaded("""
                @texts/en.yaml
                -title: Which backup plan?
                +title: 'A "plan" <b>&</b>'
                """).flow();
        String diagram = Diagram.mermaid(flow);
        assertTrue(diagram.contains("A #quot;plan#quot; #lt;b#gt;#amp;#lt;/b#gt;"), diagram);
        assertEquals(diagram, Diagram.mermaid(flow));
    }
}
