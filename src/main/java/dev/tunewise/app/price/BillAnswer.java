package dev.tunewise.app.price;

import dev.tunewise.chat.Text;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.MonthLength;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.TokenPrices;
import dev.tunewise.reading.result.Intent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sum for a question that tells its figures itself; what it leaves out is the case's, or else assumed with the range that this makes. */
record BillAnswer(PriceCatalogue prices, LocalDate day, Intent.BillOf asked) {
    private static final int MOST = 4;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final Length IN = new Length("an input", 800, 200, "a short mail", 3000, "four pages");
    private static final Length OUT = new Length("an answer", 150, 10, "a label", 600, "a page");

    /** A length that nobody told, in tokens. */
    private record Length(String of, int usual, int least, String small, int most, String large) {}

    /** Calls in a period, in words too; of one that is no period, the period is empty. */
    private record Volume(BigDecimal calls, String words, String period) {}

    /** Empty where nothing can be worked out. */
    Optional<Text> text() {
        Intent.Counted count = asked.count();
        Intent.Each each = asked.each();
        if (each != null && count != null) {
            return Optional.of(Text.plain(pieces(count, each)));
        }
        Volume volume = volume(count);
        Optional<BigDecimal> in = Optional.ofNullable(asked.in());
        Optional<BigDecimal> out = Optional.ofNullable(asked.out())
                .or(() -> asked.totals() ? Optional.of(BigDecimal.ZERO) : Optional.empty());
        BigDecimal input = in.orElse(BigDecimal.valueOf(IN.usual));
        BigDecimal output = out.orElse(BigDecimal.valueOf(OUT.usual));
        List<Model> models = models().filter(
                        model -> cost(model, volume, input, output).isPresent())
                .sorted(Comparator.comparing(
                        model -> cost(model, volume, input, output).orElseThrow()))
                .toList();
        if (models.isEmpty() || count == null && in.isEmpty() && out.isEmpty()) {
            return Optional.empty();
        }
        Model first = models.getFirst();
        List<String> lines = new ArrayList<>();
        if (!asked.name().isEmpty()) {
            lines.add("I have no price for “" + asked.name() + "”, and none is guessed.");
        }
        models.stream()
                .filter(model -> model.shutdown() != null)
                .map(model -> model.ending(day) + (model.isShutDown(day) ? "; this was its price." : "."))
                .forEach(lines::add);
        models.forEach(model -> lines.add(sum(model, volume, input, output)));
        if (asked.lent()) {
            lines.add("Lengths that the question leaves out are those told before.");
        }
        if (in.isEmpty()) {
            lines.add(range(IN, volume, cost(first, volume, least(IN), output), cost(first, volume, most(IN), output)));
        }
        if (out.isEmpty()) {
            lines.add(
                    range(OUT, volume, cost(first, volume, input, least(OUT)), cost(first, volume, input, most(OUT))));
        }
        beside(first, volume, input, output).ifPresent(lines::add);
        return Optional.of(Text.plain(String.join("\n", lines)));
    }

    private static String pieces(Intent.Counted count, Intent.Each each) {
        String sign = each.currency().equals("USD") ? "$" : "";
        String unit = each.currency().equals("USD") ? "" : " " + each.currency();
        BigDecimal daily = count.daily();
        BigDecimal calls = daily == null ? count.number() : month(daily);
        return sign + NumberFormat.number(calls.multiply(each.amount())) + unit
                + (daily == null ? "" : " a month") + ": " + NumberFormat.number(calls)
                + (count.thing().isEmpty() ? "" : " " + count.thing()) + " × " + sign
                + NumberFormat.number(each.amount()) + unit + ".";
    }

    private Volume volume(Intent.@Nullable Counted count) {
        if (asked.totals()) {
            return new Volume(BigDecimal.ONE, "", "");
        }
        if (count == null) {
            return new Volume(BigDecimal.valueOf(1000), "1,000 calls", " for 1,000 calls");
        }
        String things = count.thing().isEmpty() ? "calls" : count.thing();
        String number = NumberFormat.number(count.number());
        BigDecimal daily = count.daily();
        if (daily == null) {
            return new Volume(count.number(), number + " " + things, "");
        }
        if (count.period().equals("day")) {
            String days = NumberFormat.number(MonthLength.days(daily)) + " days";
            return new Volume(month(daily), number + " " + things + " a day × " + days, " a month");
        }
        boolean monthly = count.period().equals("month");
        BigDecimal calls = monthly ? count.number() : month(daily);
        String said = monthly
                ? number + " " + things
                : NumberFormat.number(calls.setScale(0, RoundingMode.HALF_UP)) + " " + things + " (" + number + " per "
                        + count.period() + ")";
        return new Volume(calls, said, " a month");
    }

    private static BigDecimal month(BigDecimal daily) {
        return daily.multiply(MonthLength.days(daily));
    }

    /** What is named; beside a name without a price the cheapest. */
    private Stream<Model> models() {
        List<String> named =
                asked.models().isEmpty() && !asked.name().isEmpty() ? List.of(PriceCatalogue.CHEAP) : asked.models();
        return named.stream().flatMap(id -> prices.model(id).stream()).limit(MOST);
    }

    private static BigDecimal least(Length length) {
        return BigDecimal.valueOf(length.least);
    }

    private static BigDecimal most(Length length) {
        return BigDecimal.valueOf(length.most);
    }

    private Optional<Money> cost(Model model, Volume volume, BigDecimal in, BigDecimal out) {
        return price(model, in, true)
                .flatMap(input -> price(model, in, false)
                        .map(output -> Money.of(volume.calls
                                .multiply(in.multiply(input.amount()).add(out.multiply(output.amount())))
                                .divide(MILLION))));
    }

    /** A whole call pays more where its input is longer than a threshold. */
    private Optional<Money> price(Model model, BigDecimal in, boolean input) {
        LongContext longer = asked.totals() ? null : model.pricesAt(in.doubleValue());
        TokenPrices usual = model.prices();
        return Optional.ofNullable(
                longer == null ? input ? usual.input() : usual.output() : input ? longer.input() : longer.output());
    }

    private String sum(Model model, Volume volume, BigDecimal in, BigDecimal out) {
        Money cost = cost(model, volume, in, out).orElseThrow();
        String tokens = NumberFormat.number(in) + " tokens in at "
                + MoneyFormat.exact(price(model, in, true).orElseThrow()) + " a million"
                + (asked.totals() && out.signum() == 0
                        ? ""
                        : " + " + NumberFormat.number(out) + " out at "
                                + MoneyFormat.exact(price(model, in, false).orElseThrow()));
        String year =
                volume.period.equals(" a month") ? " (" + MoneyFormat.rounded(cost.times(MONTHS)) + " a year)" : "";
        return MoneyFormat.amount(cost).replaceFirst("\\.00$", "") + volume.period + year + " on " + model.name()
                + " at list price: " + (volume.words.isEmpty() ? tokens : volume.words + " × (" + tokens + ")")
                + "; price of " + model.provenance().asOfText() + ".";
    }

    private static String range(Length length, Volume volume, Optional<Money> low, Optional<Money> high) {
        return "Nobody said how long " + length.of + " is: " + length.usual + " tokens are assumed. With "
                + length.least
                + " (" + length.small + ") it is " + MoneyFormat.rounded(low.orElseThrow()) + ", with "
                + NumberFormat.number(most(length)) + " (" + length.large + ") "
                + MoneyFormat.rounded(high.orElseThrow()) + volume.period + ".";
    }

    /** The two cheaper ways that need no other sum: a batch, and the cheapest model. */
    private Optional<String> beside(Model model, Volume volume, BigDecimal in, BigDecimal out) {
        List<String> ways = new ArrayList<>();
        Money input = model.prices().batchInput();
        Money output = model.prices().batchOutput();
        if (input != null && output != null) {
            Money batch = Money.of(volume.calls
                    .multiply(in.multiply(input.amount()).add(out.multiply(output.amount())))
                    .divide(MILLION));
            ways.add((asked.batch() ? "In batches it is " : "What may wait a day costs less as a batch: all of it ")
                    + MoneyFormat.rounded(batch));
        }
        prices.model(PriceCatalogue.CHEAP)
                .filter(cheap -> !Objects.equals(cheap.id(), model.id()))
                .flatMap(cheap -> cost(cheap, volume, in, out)
                        .filter(less ->
                                less.compareTo(cost(model, volume, in, out).orElseThrow()) < 0)
                        .map(less -> cheap.name() + ", the cheapest current model, takes " + MoneyFormat.rounded(less)
                                + " for the same tokens"))
                .ifPresent(ways::add);
        return ways.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", ways) + ".");
    }
}
