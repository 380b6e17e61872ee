package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.formula.ValuePoint;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.price.offer.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What the calls cost today: the bill where the team named it, the list prices of their tokens otherwise. */
final class TodaysBill {
    private static final double CLOSE_TO_LIST = 1.2;

    /** The lines of today's calls, with these tokens more or less than today's. */
    static void add(OptionBuilder draft, CostContext context, CallTokens tokens) {
        Optional<Formula> bill = bill(context);
        if (bill.isPresent()) {
            draft.perCall("Calls, as you pay them", bill.get().over(Formula.number(1000)));
        } else if (context.model.ownGpus() != null) {
            GpuServing.ownAsToday(draft, context, context.model.ownGpus(), tokens);
        } else {
            list(draft, context, tokens);
        }
    }

    /** The same with more text in each prompt, at list prices. */
    static void addLonger(OptionBuilder draft, CostContext context, CallTokens longer, String label, Formula more) {
        if (bill(context).isEmpty() || context.model.ownGpus() != null) {
            add(draft, context, longer);
            return;
        }
        add(draft, context, context.prompt.today());
        draft.perCall(label, Formula.product(more.tokensAt(context.model.input()), context.retried));
    }

    /** How the bill stands to the list price of the same tokens; empty without a bill, or where the tokens were derived from it. */
    static Optional<Formula> overList(CostContext context) {
        Optional<Formula> bill = bill(context);
        if (bill.isEmpty() || !context.facts.knows("input_tokens") || !context.model.isPriced()) {
            return Optional.empty();
        }
        OptionBuilder list = new OptionBuilder(context, "", "", "", null);
        list(list, context, context.prompt.today());
        ValuePoint likely = ValuePoint.likely();
        if (list.perCallRun().exact(likely).signum() == 0
                || bill.get().exact(likely).signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(context.once("bill:over-list", () -> {
            Formula perThousand = new Named(
                    "per 1,000 calls at list prices",
                    CostInput.Kind.MONEY,
                    Formula.product(Formula.number(1000), list.perCallRun()));
            return bill.get().over(perThousand).counted("times the list price");
        }));
    }

    /** What to say about a bill far from the list price; empty where it is near. */
    static Optional<String> remark(CostContext context) {
        return overList(context).flatMap(share -> {
            BigDecimal times = share.exact(ValuePoint.likely());
            if (times.doubleValue() < CLOSE_TO_LIST && times.doubleValue() > 1 / CLOSE_TO_LIST) {
                return Optional.empty();
            }
            BigDecimal bill =
                    bill(context).map(paid -> paid.exact(ValuePoint.likely())).orElse(BigDecimal.ZERO);
            BigDecimal list = bill.divide(times, 2, RoundingMode.HALF_UP);
            return Optional.of("Your bill is " + NumberFormat.number(times.setScale(1, RoundingMode.HALF_UP))
                    + " times the list price of these tokens (" + MoneyFormat.exact(Money.of(list))
                    + " per 1,000 calls): "
                    + (times.compareTo(BigDecimal.ONE) > 0
                            ? "thinking tokens, retries or longer prompts may be in it."
                            : "you seem to have a discount.")
                    + " Savings on the same model are taken from the bill, never more than there is.");
        });
    }

    private static void list(OptionBuilder draft, CostContext context, CallTokens tokens) {
        Model model = context.model.model();
        TokenLines lines = TokenLines.of(draft);
        if (model == null || !context.model.isPriced()) {
            lines.plain(context.model.input(), context.model.output(), tokens);
            return;
        }
        ModelPrices prices = ModelPrices.of(context, model, tokens.likelyInput());
        if (model.cache().automatic() && TokenLines.caches(context, model, tokens)) {
            lines.cached(prices, tokens);
        } else {
            lines.plain(prices, tokens);
        }
    }

    private static Optional<Formula> bill(CostContext context) {
        return context.fact("cost_per_1k_calls", CostInput.Kind.MONEY, "cost of 1,000 calls", "per 1,000 calls")
                .map(told -> context.at(told, CostContext.TOKEN_PRICES));
    }
}
