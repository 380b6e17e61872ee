package dev.tunewise.cost;

import dev.tunewise.price.Model;
import dev.tunewise.price.ModelKind;
import dev.tunewise.price.SizeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another model with the same prompt: a stronger one, or a cheaper current one. */
final class ModelOptions {
    private static final String STRONGER = "stronger-model";

    private ModelOptions() {}

    static void add(Menu menu) {
        stronger(menu);
        cheaper(menu);
    }

    private static void stronger(Menu menu) {
        Situation situation = menu.situation;
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
                Optional<Model> model = candidates(situation).stream()
                        .filter(other -> size(other).compareTo(situation.model.size()) > 0)
                        .min(Comparator.comparing((Model other) -> !sameVendor(situation, other))
                                .thenComparing(other -> perCall(situation, other)));
                model.ifPresentOrElse(
                        found -> menu.offer(stronger(situation, found, tried.startsWith("meets-target"))),
                        () -> menu.leaveOut(STRONGER, title, "The model in use is of the largest class already."));
            }
        }
    }

    private static Draft stronger(Situation situation, Model model, boolean meetsTarget) {
        Draft draft = onModel(situation, STRONGER, STRONGER, "Stronger model: " + model.name(), model);
        if (meetsTarget) {
            Billing.errors(draft, situation, situation.quality.tuned());
            draft.note("Takes the target as reached, as you measured with a stronger model.");
        } else {
            Billing.errorsAsToday(draft, situation);
        }
        return draft;
    }

    private static void cheaper(Menu menu) {
        Situation situation = menu.situation;
        double now = perCallToday(situation);
        List<Model> candidates = candidates(situation).stream()
                .filter(model -> perCall(situation, model) < now)
                .filter(model -> !model.equals(situation.model.model()))
                .toList();
        List<Model> chosen = new ArrayList<>();
        Comparator<Model> cheapest = Comparator.comparing(model -> perCall(situation, model));
        candidates.stream()
                .filter(model -> sameVendor(situation, model) && size(model) == situation.model.size())
                .min(cheapest)
                .ifPresent(chosen::add);
        candidates.stream().filter(model -> sameVendor(situation, model)).min(cheapest).ifPresent(chosen::add);
        candidates.stream().min(cheapest).ifPresent(chosen::add);
        if (chosen.isEmpty()) {
            menu.leaveOut("cheaper-model", "A cheaper current model", "No current model in the catalogue is cheaper for these calls.");
        }
        chosen.stream().distinct().forEach(model -> {
            Draft draft = onModel(
                    situation, "cheaper-model:" + model.id(), "cheaper-model", "Cheaper model: " + model.name(), model);
            Billing.errorsAsToday(draft, situation);
            menu.offer(draft);
        });
    }

    /** The same prompt on another model, its stable part cached where that is possible and cheaper. */
    private static Draft onModel(Situation situation, String id, String lever, String title, Model model) {
        Draft plain = new Draft(id, lever, title, model.name());
        Billing.tokens(
                plain, situation, ModelPrices.of(situation, model, situation.prompt.likelyInput()), situation.prompt.input);
        Draft draft = plain;
        if (Billing.caches(situation, model)) {
            Draft cached = new Draft(id, lever, title + ", prompt cached", model.name());
            Billing.cachedTokens(cached, situation, model, situation.prompt.stable, situation.prompt.fresh);
            Point likely = Point.likely();
            draft = cached.perCallRun().exact(likely).compareTo(plain.perCallRun().exact(likely)) < 0 ? cached : plain;
        }
        draft.setup("Engineering", situation.work("engineer_hours_switching"));
        draft.setup("Evaluating it", Billing.evaluation(draft, situation));
        draft.note(model.note());
        return draft;
    }

    /** Current chat models that outlive the horizon, take the prompt and have known prices. */
    private static List<Model> candidates(Situation situation) {
        double prompt = situation.prompt.likelyInput();
        return situation.catalogue.models(ModelKind.CHAT).stream()
                .filter(model -> model.current() && model.outlives(situation.today, situation.horizon))
                .filter(model -> model.isPriced()
                        && (model.contextWindow() == null || model.contextWindow() > prompt)
                        && ModelPrices.of(situation, model, prompt).missing().isEmpty())
                .toList();
    }

    private static double perCall(Situation situation, Model model) {
        ModelPrices prices = ModelPrices.of(situation, model, situation.prompt.likelyInput());
        Point likely = Point.likely();
        return Formula.sum(
                        situation.prompt.input.tokensAt(prices.input()),
                        situation.prompt.output.tokensAt(prices.output()))
                .exact(likely)
                .doubleValue();
    }

    private static double perCallToday(Situation situation) {
        return situation.facts
                .quantity("cost_per_1k_calls")
                .map(bill -> bill.likely().doubleValue() / 1000)
                .orElseGet(() -> Formula.sum(
                                situation.prompt.input.tokensAt(situation.model.input()),
                                situation.prompt.output.tokensAt(situation.model.output()))
                        .exact(Point.likely())
                        .doubleValue());
    }

    private static SizeClass size(Model model) {
        return Objects.requireNonNullElse(model.sizeClass(), SizeClass.MEDIUM);
    }

    private static boolean sameVendor(Situation situation, Model other) {
        @Nullable Model today = situation.model.model();
        return today != null && today.provider().equals(other.provider());
    }
}
