package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.money.Money;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.SizeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Another model with the same prompt: a stronger one, or a cheaper current one. */
final class ModelOptions {
    private static final String STRONGER = "stronger-model";

    /** A model that could be used, and what its tokens of a call cost. */
    private record Candidate(Model model, double perCall, SizeClass size, boolean sameVendor) {}

    static void add(OptionList menu) {
        List<Candidate> candidates = candidates(menu.situation);
        stronger(menu, candidates);
        cheaper(menu, candidates);
    }

    private static void stronger(OptionList menu, List<Candidate> candidates) {
        CostContext situation = menu.situation;
        String title = "A stronger model";
        String tried = situation.facts.choice("stronger_model").orElse("not-tried");
        switch (tried) {
            case "falls-short" -> menu.leaveOut(STRONGER, title, "Tried already, and it falls short.");
            case "ruled-out" -> menu.leaveOut(STRONGER, title, "Ruled out.");
            default -> {
                if (!situation.facts.qualityMatters()) {
                    menu.leaveOut(STRONGER, title, "Quality is not the problem.");
                    return;
                }
                Optional<Model> model = candidates.stream()
                        .filter(other -> other.size().compareTo(situation.model.size()) > 0)
                        .min(Comparator.comparing((Candidate other) -> !other.sameVendor())
                                .thenComparing(Candidate::perCall))
                        .map(Candidate::model);
                model.ifPresentOrElse(
                        found -> menu.offer(stronger(situation, found, tried.startsWith("meets-target"))),
                        () -> menu.leaveOut(STRONGER, title, "The model in use is of the largest class already."));
            }
        }
    }

    private static OptionBuilder stronger(CostContext situation, Model model, boolean meetsTarget) {
        OptionBuilder draft = onModel(situation, STRONGER, STRONGER, "Stronger model: " + model.name(), model, false);
        if (meetsTarget) {
            draft.quality(situation.quality.measuredAtTarget());
            draft.note("Takes the target as reached, as you measured with a stronger model.");
        } else {
            draft.quality(situation.quality.stronger());
            draft.note("Nobody has measured how much of the gap it closes: an afternoon on your items tells.");
        }
        return draft;
    }

    private static void cheaper(OptionList menu, List<Candidate> candidates) {
        CostContext situation = menu.situation;
        double now = perCallToday(situation);
        List<Candidate> cheaper = candidates.stream()
                .filter(other -> other.perCall() < now && !other.model().equals(situation.model.model()))
                .sorted(Comparator.comparing(Candidate::perCall))
                .toList();
        if (cheaper.isEmpty()) {
            menu.leaveOut(
                    "cheaper-model",
                    "A cheaper current model",
                    "No current model in the catalogue is cheaper for these calls.");
            return;
        }
        Model cheapest = cheaper.getFirst().model();
        List<Model> chosen = new ArrayList<>();
        Stream.of(
                        cheaper.stream()
                                .filter(other -> other.sameVendor() && other.size() == situation.model.size())
                                .findFirst(),
                        cheaper.stream().filter(Candidate::sameVendor).findFirst())
                .flatMap(Optional::stream)
                .map(Candidate::model)
                .filter(model -> !model.equals(cheapest) && !chosen.contains(model))
                .forEach(chosen::add);
        chosen.forEach(model -> menu.offer(cheaper(situation, model, false)));
        OptionBuilder plain = cheaper(situation, cheapest, false);
        menu.offer(plain);
        if (TodayOptions.cannotWait(situation).isEmpty()) {
            Optional.of(cheaper(situation, cheapest, true))
                    .filter(OptionBuilder::isPriced)
                    .ifPresent(menu::offer);
        }
        ClassifierOption.before(situation, plain).ifPresent(menu::offer);
    }

    private static OptionBuilder cheaper(CostContext situation, Model model, boolean batch) {
        OptionBuilder draft = onModel(
                situation,
                (batch ? "cheaper-model-batch:" : "cheaper-model:") + model.id(),
                "cheaper-model",
                "Cheaper model: " + model.name() + (batch ? ", in batches" : ""),
                model,
                batch);
        draft.unmeasured("untested_quality_shift");
        return batch
                ? draft.setup("Engineering, batches", situation.work("engineer_hours_switching"))
                        .note(TodayOptions.WAITS)
                : draft;
    }

    /** The same prompt on another model, its stable part cached where that is possible and cheaper. */
    private static OptionBuilder onModel(
            CostContext situation, String id, String lever, String title, Model model, boolean batch) {
        CallTokens tokens = situation.prompt.on(situation, model);
        OptionBuilder priced = new OptionBuilder(situation, id, lever, title, model.name());
        ModelPrices prices = ModelPrices.of(situation, model, tokens.likelyInput());
        boolean cached = TokenLines.of(priced).cheapest(batch ? prices.inBatch() : prices, tokens);
        OptionBuilder draft =
                new OptionBuilder(situation, id, lever, title + (cached ? ", prompt cached" : ""), model.name());
        draft.items.addAll(priced.items);
        draft.missing.addAll(priced.missing);
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        draft.setup("Evaluating it", draft.evaluation());
        draft.note(model.note());
        return draft;
    }

    /** Current chat models that outlive the horizon, take the prompt and have known prices. */
    private static List<Candidate> candidates(CostContext situation) {
        Model today = situation.model.model();
        List<Candidate> candidates = new ArrayList<>();
        for (Model model : lasting(situation).models()) {
            CallTokens tokens = situation.prompt.on(situation, model);
            double prompt = tokens.likelyInput();
            if (model.contextWindow() == null || model.contextWindow() > prompt) {
                perCall(situation, model, tokens, prompt)
                        .ifPresent(perCall -> candidates.add(new Candidate(
                                model,
                                perCall,
                                Objects.requireNonNullElse(model.sizeClass(), SizeClass.MEDIUM),
                                today != null && today.provider().equals(model.provider()))));
            }
        }
        return candidates;
    }

    private record Lasting(List<Model> models) {}

    private static Lasting lasting(CostContext situation) {
        return situation.catalogue.derived(
                Lasting.class,
                List.of("lasting", situation.today, situation.horizon),
                () -> new Lasting(situation.catalogue.models(ModelKind.CHAT).stream()
                        .filter(model -> model.current() && model.outlives(situation.today, situation.horizon))
                        .toList()));
    }

    /** Dollars of tokens per call, cached where that is possible and always warm; empty when a price is not known. */
    private static Optional<Double> perCall(CostContext situation, Model model, CallTokens tokens, double prompt) {
        LongContext tier = model.pricesAt(prompt);
        Money inputPrice = tier == null ? model.prices().input() : tier.input();
        Money outputPrice = tier == null ? model.prices().output() : tier.output();
        if (inputPrice == null || outputPrice == null) {
            return Optional.empty();
        }
        double input = inputPrice.amount().doubleValue();
        double read = TokenLines.caches(situation, model, tokens)
                ? ModelPrices.of(situation, model, prompt)
                        .likelyCachedInput()
                        .map(price -> price.amount().doubleValue())
                        .orElse(input)
                : input;
        double stable = tokens.likelyStable();
        return Optional.of((stable * Math.min(read, input)
                        + Math.max(0, prompt - stable) * input
                        + tokens.likelyOutput() * outputPrice.amount().doubleValue())
                / 1e6);
    }

    private static double perCallToday(CostContext situation) {
        OptionBuilder today = new OptionBuilder(situation, "", "", "", null);
        TodaysBill.add(today, situation, situation.prompt.today());
        ValuePoint likely = ValuePoint.likely();
        double machines = today.fixedMonthly().exact(likely).doubleValue();
        double calls = situation.callsPerMonth.exact(likely).doubleValue();
        return today.perCallRun().exact(likely).doubleValue() + (calls == 0 ? 0 : machines / calls);
    }
}
