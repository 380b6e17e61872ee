package dev.tunewise.conversation.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Flow;
import dev.tunewise.testing.HedgeFlow;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestedValuesTest {
    private final Flow flow = HedgeFlow.flow();
    private final SuggestedValues picks = new SuggestedValues(flow);

    private List<String> of(String fact) {
        return picks.of(flow.fact(fact).orElseThrow()).stream()
                .map(pick -> pick.toPlainString())
                .toList();
    }

    @Test
    void comeFromWhatRulesCompareWith() {
        assertEquals(List.of("1", "3", "8", "20"), of("height"));
        assertEquals(List.of("1", "2", "5"), of("length"));
    }

    @Test
    void areAroundTheUsualValueWhereNoRuleNamesANumber() {
        assertEquals(List.of("100", "500", "2000"), of("budget"));
    }
}
