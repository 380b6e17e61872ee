package dev.tunewise.cost;

import static dev.tunewise.cost.Cases.tickets;
import static dev.tunewise.cost.GoldenFintech.ESTIMATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WhatIfTest {

    @Test
    void putsMoreCallsBesideTheOriginal() {
        WhatIf whatIf = WhatIf.compare(
                ESTIMATOR.estimate(tickets()), ESTIMATOR.estimate(tickets().with("calls_per_day", 200_000.0)));
        assertEquals(List.of(new WhatIf.Change("calls_per_day", "50000", "200000")), whatIf.changes());
        WhatIf.Row today = whatIf.rows().getFirst();
        assertEquals("today", today.id());
        assertEquals(today.before().monthly().times(3), today.monthlyRise());
        assertTrue(whatIf.after().paybackMonths() < whatIf.before().paybackMonths());
    }

    @Test
    void putsADearerLabelBesideTheOriginal() {
        CostCase few = tickets().with("examples", 400.0);
        CostCase dearer = few.with(few.parameters().with(Map.of("label_usd_each", 3)));
        WhatIf whatIf = WhatIf.compare(ESTIMATOR.estimate(few), ESTIMATOR.estimate(dearer));
        assertEquals(List.of(new WhatIf.Change("label_usd_each", "0.05 / 1 / 2", "3")), whatIf.changes());
        WhatIf.Row lora = whatIf.rows().stream()
                .filter(row -> row.id().equals("lora-serverless:llama-3.1-8b"))
                .findFirst()
                .orElseThrow();
        assertEquals(Money.of(960), lora.after().setup().minus(lora.before().setup()), "400 × $2 × 1.2");
    }

    @Test
    void showsOptionsThatOnlyOneSideHas() {
        WhatIf whatIf = WhatIf.compare(
                ESTIMATOR.estimate(tickets()), ESTIMATOR.estimate(tickets().with("must_self_host", true)));
        WhatIf.Row luna = whatIf.rows().stream()
                .filter(row -> row.id().equals("cheaper-model:gpt-6-luna"))
                .findFirst()
                .orElseThrow();
        assertNull(luna.after());
        assertEquals(Money.ZERO, luna.totalRise());
    }
}
