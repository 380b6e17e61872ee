package dev.tunewise.app;

import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.record.RecordExports;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.turn.ServedFlow;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the house together: classes of the core have plain constructors and are made here. */
@Factory
@Import(annotated = "*", classes = RecordExports.class)
final class CoreFactory {
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    RecordImport recordImport(FlowRegistry shelf) {
        return new RecordImport(flow -> shelf.find(flow).map(ServedFlow::consultant));
    }
}
