package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.Quality;
import dev.tunewise.money.Money;
import dev.tunewise.price.offer.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An option while it is put together: its lines as formulas, and the prices that are missing. */
public final class OptionBuilder {
    private static final String HOURS = "parameter:engineer_hours_";

    /** One line; {@code perCall} amounts are dollars per call. */
    public record Item(Phase phase, String label, Formula amount, boolean perCall) {}

    final CostContext context;
    public final String id;
    public final String lever;
    public final String title;
    public final @Nullable String model;
    public final List<Item> items = new ArrayList<>();
    public final Set<String> missing = new LinkedHashSet<>();
    public final List<String> notes = new ArrayList<>();

    /** Share of right answers, and how far it is above the target. */
    public Quality.Level level = Quality.Level.UNKNOWN;

    /** Whether it is one depends on what nobody said of the task. */
    public boolean waitsForTask;

    private @Nullable Double effort;

    OptionBuilder(CostContext context, String id, String lever, String title, @Nullable String model) {
        this.context = context;
        this.id = id;
        this.lever = lever;
        this.title = title;
        this.model = model;
    }

    OptionBuilder perCall(String label, Formula amount) {
        items.add(new Item(Phase.RUN, label, amount, true));
        return this;
    }

    /** Wrong answers at a quality. */
    void quality(Quality.Level reached) {
        level = reached;
        Formula errors = context.quality.errors(reached.share());
        if (errors != null) {
            items.add(new Item(Phase.ERRORS, "Wrong answers", errors, true));
        }
    }

    /** Wrong answers about as often as today, give or take what the parameter says: nobody has measured the option. */
    void unmeasured(String shift) {
        quality(context.quality.unmeasured(shift));
        note("Quality not measured: taken as near today's. Measure it on your evaluation set first.");
    }

    /** One run over the evaluation set, at the option's own price per call. */
    Formula evaluation() {
        Formula perCall = perCallRun();
        return Formula.product(
                context.parameter("eval_items"),
                perCall instanceof Formula.Constant
                        ? new Formula.Named("a call on machines paid by the hour", CostInput.Kind.MONEY, perCall)
                        : perCall);
    }

    OptionBuilder monthly(Phase phase, String label, Formula amount) {
        items.add(new Item(phase, label, amount, false));
        return this;
    }

    OptionBuilder setup(String label, Formula amount) {
        return monthly(Phase.SETUP, label, amount);
    }

    OptionBuilder upkeep(String label, Formula amount) {
        return monthly(Phase.UPKEEP, label, amount);
    }

    OptionBuilder note(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
        return this;
    }

    public boolean isPriced() {
        return missing.isEmpty();
    }

    public boolean isTraining() {
        return lever.startsWith("fine-tune");
    }

    /** A price as a figure of a formula; when it is unknown that is noted, and nothing is guessed. */
    Formula price(@Nullable Money price, PriceName name, Provenance provenance) {
        Optional<Formula> known = context.price(price, name, provenance);
        if (known.isEmpty()) {
            missing.add(name.what());
        }
        return known.orElseGet(() -> Formula.number(0));
    }

    /** Dollars per call of the lines that count by the call. */
    Formula perCallRun() {
        return Formula.sum(items.stream()
                .filter(item -> item.perCall() && item.phase() == Phase.RUN)
                .map(Item::amount)
                .toList());
    }

    Formula perCallErrors() {
        return Formula.sum(items.stream()
                .filter(item -> item.phase() == Phase.ERRORS)
                .map(Item::amount)
                .toList());
    }

    /** Dollars a month of the lines that do not count by the call. */
    Formula fixedMonthly() {
        return Formula.sum(items.stream()
                .filter(item -> !item.perCall() && item.phase() != Phase.SETUP)
                .map(Item::amount)
                .toList());
    }

    /** Likely hours of engineering in the set-up, as far as they are parameters of their own; to be asked once the option is whole. */
    public double effortHours() {
        Double known = effort;
        if (known == null) {
            List<Formula> hours = new ArrayList<>();
            items.stream().filter(item -> item.phase() == Phase.SETUP).forEach(item -> hours(item.amount(), hours));
            known = Formula.sum(hours).exact(ValuePoint.likely()).doubleValue();
            effort = known;
        }
        return known;
    }

    private static void hours(Formula amount, List<Formula> found) {
        if (amount instanceof Formula.Leaf(CostInput input) && input.key().startsWith(HOURS)) {
            found.add(amount);
        }
        amount.parts().forEach(part -> hours(part, found));
    }

    Formula setupTotal() {
        return Formula.sum(items.stream()
                .filter(item -> item.phase() == Phase.SETUP)
                .map(Item::amount)
                .toList());
    }
}
