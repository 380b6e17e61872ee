package dev.tunewise.flow.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.Golden;
import org.junit.jupiter.api.Test;

class MermaidDiagramTest {

    @Test
    void drawsTheSmallFlow() {
        Golden.check(
                FlowEdits.BACKUP_PLAN.resolve("flow.mmd"),
                MermaidDiagram.mermaid(FlowEdits.backupPlan().flow()));
    }

    @Test
    void keepsMarkupOutOfItsLabels() {
        Flow flow = FlowEdits.loaded("""
                @texts/en.yaml
                -title: Which backup plan?
                +title: 'A "plan" <b>&</b>'
                """).flow();
        String diagram = MermaidDiagram.mermaid(flow);
        assertTrue(diagram.contains("A #quot;plan#quot; #lt;b#gt;#amp;#lt;/b#gt;"), diagram);
        assertEquals(diagram, MermaidDiagram.mermaid(flow));
    }
}
