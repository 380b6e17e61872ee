package dev.tunewise.cost.estimate;

import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.Payback;
import dev.tunewise.cost.formula.PresentValue;
import dev.tunewise.cost.formula.PriceRef;
import dev.tunewise.cost.simulation.MiddleShift;
import dev.tunewise.flow.interview.Late;
import dev.tunewise.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way to go on. */
public sealed interface CostOption {
    /** Stable id, for example {@code today}, {@code cheaper-model:gpt-6-luna} or {@code lora-dedicated:llama-3.1-8b}. */
    String id();

    /** The lever it pulls, by the ids of the framework. */
    String lever();

    String title();

    /** The model in it, or null when there is none. */
    @Nullable
    String model();

    /** What a reader should know, one sentence each. */
    List<String> notes();

    default boolean isTraining() {
        return lever().startsWith("fine-tune");
    }

    /**
     * An option whose prices are all known. Amounts are in whole cents and add up the lines.
     *
     * @param run paid each month for the calls
     * @param errors what wrong answers cost each month; nothing when they are not counted
     * @param upkeep paid each month to keep it working
     * @param total the lines over the horizon: set-up and all months
     * @param prices those that it rests on, each once
     * @param detail what is worked out only for the options that are shown
     */
    record Priced(
            String id,
            String lever,
            String title,
            @Nullable String model,
            Money setup,
            Money run,
            Money errors,
            Money upkeep,
            Money total,
            List<PriceRef> prices,
            List<String> notes,
            Late<Detail> detail)
            implements CostOption {
        /** All that is paid each month. */
        public Money monthly() {
            return run.plus(errors).plus(upkeep);
        }

        public @Nullable Payback payback() {
            return detail.get().payback();
        }

        public Optional<MiddleShift> shift() {
            return detail.get().shift().get();
        }

        public @Nullable BreakEven breakEven() {
            return detail.get().breakEven();
        }

        public List<CostLine> lines() {
            return detail.get().lines();
        }
    }

    /**
     * What takes longer than an option's amounts.
     *
     * @param payback when the set-up is paid back, or null for today itself
     * @param perCorrectAnswer dollars per right answer by the month, set-up left out; null when quality is not known
     * @param shift what moves the total from the sum of the lines, where an input alone does
     * @param breakEven volume from which it beats today, or null for today itself and in the table of another volume
     * @param worth what choosing it is worth, or null for today itself
     */
    record Detail(
            @Nullable Payback payback,
            @Nullable Money perCorrectAnswer,
            Late<Optional<MiddleShift>> shift,
            @Nullable BreakEven breakEven,
            @Nullable PresentValue worth,
            List<CostLine> lines) {}

    /**
     * An option that cannot be priced, because a price is not known. Nothing is guessed.
     *
     * @param missing the prices that are not known
     */
    record Unpriced(
            String id, String lever, String title, @Nullable String model, List<String> missing, List<String> notes)
            implements CostOption {}
}
