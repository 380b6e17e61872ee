package dev.tunewise.testing;

import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.session.outbox.DeliveryWatch;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.quota.Quotas;
import java.util.Map;

/** Ports of a test that does not care for them. */
public final class Unheeded {
    private Unheeded() {}

    public static FigureCalculator figures() {
        return _ -> Map.of();
    }

    public static Quotas quotas() {
        return new Quotas(Map.of(), System::nanoTime);
    }

    public static DeliveryWatch watch() {
        return new DeliveryWatch() {
            @Override
            public void waits(Outbox.Item item, String reason) {}

            @Override
            public void ended(Outbox.Item item, String reason, boolean setAside) {}

            @Override
            public void failed(RuntimeException failure) {}
        };
    }
}
