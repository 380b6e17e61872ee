package dev.tunewise.app.storage;

import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.lease.WaitingWork;
import dev.tunewise.session.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Metrics of what waits: how much, for how long, and what was given up. They are read from the database when somebody asks for them. */
@Singleton
record BacklogMetrics(Inbox inbox, Outbox outbox) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "tunewise.inbox", inbox);
        bind(registry, "tunewise.outbox", outbox);
    }

    private static void bind(MeterRegistry registry, String name, WaitingWork work) {
        Gauge.builder(name + ".waiting", () -> work.backlog().waiting())
                .description("Requests or posts that wait or are in work")
                .register(registry);
        Gauge.builder(name + ".oldest", () -> work.backlog().oldest().toMillis() / 1000.0)
                .description("For how long the oldest one has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(name + ".aside", () -> work.backlog().aside())
                .description("Given up, waiting for an operator: see `tunewise outbox list`")
                .register(registry);
    }
}
