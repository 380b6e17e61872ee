package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.Range;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.Provenance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Dollars per GPU and hour: what somebody set, else the operator's own price, else the median of the fresh offers of the price list with the
 * middle four fifths as its range. The offer in the middle is named with its own date, and the oldest of all used with another one.
 */
final class GpuPricing {
    private static final int ENOUGH = 3;

    /** The price of a GPU as a figure. */
    static Formula of(CostContext context, String gpu) {
        return context.once("gpu:" + gpu, () -> {
            String parameter = "gpu_usd_per_hour_" + gpu.toLowerCase(Locale.ROOT);
            boolean set = context.facts.parameters().isGiven(parameter);
            return set ? context.parameter(parameter) : ofOffers(context, gpu);
        });
    }

    private static Formula ofOffers(CostContext context, String gpu) {
        Usual usual = context.catalogue.derived(
                Usual.class, List.of("gpu", gpu, context.today), () -> usual(offers(context, gpu)));
        return context.price(
                usual.range(),
                new PriceName("price:gpu:" + gpu, gpu, CostInput.Kind.MONEY, "a GPU hour"),
                usual.provenance());
    }

    private record Usual(Range range, Provenance provenance) {}

    private static List<GpuPrice> offers(CostContext context, String gpu) {
        List<GpuPrice> all = context.catalogue.gpus().stream()
                .filter(price -> price.gpu().equals(gpu) && price.isMachine())
                .sorted(Comparator.comparing(GpuPrice::perHour))
                .toList();
        List<GpuPrice> own = all.stream().filter(GpuPrice::own).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<GpuPrice> fresh = all.stream()
                .filter(price -> !price.provenance().isStale(context.today))
                .toList();
        return fresh.size() < ENOUGH ? all : fresh;
    }

    private static Usual usual(List<GpuPrice> offers) {
        GpuPrice low = offers.get(offers.size() / 10);
        GpuPrice middle = offers.get(offers.size() / 2);
        GpuPrice high = offers.get(offers.size() - 1 - offers.size() / 10);
        Provenance oldest =
                Provenance.oldest(offers.stream().map(GpuPrice::provenance).toList());
        Provenance provenance = offers.size() == 1
                ? middle.provenance()
                : new Provenance(
                        middle.cloud() + " " + middle.instance()
                                + (offers.size() % 2 == 1 ? ", the median of " : ", the dearer in the middle of ")
                                + offers.size() + " offers from " + named(offers.getFirst(), middle)
                                + " to " + named(offers.getLast(), middle)
                                + (oldest.equals(middle.provenance())
                                        ? ""
                                        : ", the oldest "
                                                + (oldest.asOf() == null ? "undated" : "of " + oldest.asOfText())),
                        middle.provenance().asOfText(),
                        oldest.asOf());
        return new Usual(
                new Range(
                        low.perHour().amount(),
                        middle.perHour().amount(),
                        high.perHour().amount()),
                provenance);
    }

    private static String named(GpuPrice price, GpuPrice middle) {
        if (price.equals(middle)) {
            return "this one";
        }
        String day = price.provenance().asOfText();
        return price.cloud() + " " + price.instance() + " at " + MoneyFormat.exact(price.perHour())
                + (day.isEmpty() ? " (undated)" : " (" + day + ")");
    }
}
