package dev.tunewise.app;

import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Verdict;
import dev.tunewise.record.RecordExports;
import dev.tunewise.record.RecordImport;
import dev.tunewise.session.command.FlowNames;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.web.FlowOffers;
import dev.tunewise.web.page.FlowOffer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the house together: classes of the core have plain constructors and are made here. */
@Factory
final class CoreFactory {
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    FlowOffers offers(FlowRegistry shelf) {
        return () -> shelf.all().stream().map(edition -> offer(edition.flow())).toList();
    }

    @Singleton
    FlowNames flowNames(FlowRegistry shelf) {
        return () -> shelf.all().stream().map(edition -> name(edition.flow())).toList();
    }

    private static FlowNames.FlowName name(Flow flow) {
        Texts texts = flow.texts();
        return new FlowNames.FlowName(
                flow.id(),
                texts.find("title").orElse(flow.id()),
                texts.find("called").orElse(flow.id()));
    }

    @Singleton
    RecordImport recordImport(FlowRegistry shelf) {
        return new RecordImport(flow -> shelf.find(flow).map(ServedFlow::consultant));
    }

    @Singleton
    RecordExports recordExports(Consultations consultations, FlowRegistry shelf, CatalogueCosting costing) {
        return new RecordExports(consultations, id -> shelf.find(id).map(ServedFlow::consultant), costing);
    }

    private static FlowOffer offer(Flow flow) {
        Texts texts = flow.texts();
        List<String> examples = texts.entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("examples."))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        Map<String, String> verdicts = flow.verdicts().stream()
                .collect(Collectors.toMap(
                        Verdict::id,
                        verdict -> texts.find("verdicts." + verdict.id()).orElse(verdict.id())));
        return new FlowOffer(
                flow.id(),
                texts.find("title").orElse(flow.id()),
                texts.find("tagline").orElse(""),
                examples,
                verdicts);
    }
}
