package dev.tunewise.reading.pattern;

import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.Rate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** "300 a shift, three shifts": so many a day. How many shifts there are must be told beside it. */
record ShiftRates(List<AnnotatedToken> items) {
    private static final Set<String> EACH = Set.of("a", "per", "each", "every");
    private static final int FURTHEST = 4;

    void link() {
        for (int i = 0; i < items.size(); i++) {
            Amount amount = items.get(i).amount;
            int per = amount == null || !amount.isPlainCount() ? -1 : shift(i);
            for (int next = per; per > 0 && next < Math.min(items.size() - 1, per + FURTHEST); next++) {
                Amount shifts = items.get(next).amount;
                if (shifts != null && isDaily(shifts) && items.get(next + 1).isWord("shifts")) {
                    // three shifts a day are no three calls a day
                    items.set(next, items.get(next).with(Amount.other()));
                    daily(i, Objects.requireNonNull(amount).times(shifts.value()), per);
                    break;
                }
            }
        }
    }

    private static boolean isDaily(Amount shifts) {
        Rate rate = shifts.rate();
        return shifts.isPlainCount()
                || shifts.kind() == Amount.Kind.COUNT && rate != null && rate.unit() == Rate.Unit.DAY;
    }

    private void daily(int at, Amount sum, int per) {
        Amount daily = sum.withRate(new Rate(Rate.Unit.DAY), per == at + 3);
        items.set(at, items.get(at).with(daily));
        items.set(
                per - 2,
                AnnotatedToken.of(AnnotatedToken.Kind.RATE, "", items.get(per - 2).start, items.get(per - 1).end));
        items.remove(per - 1);
    }

    /** The index behind "a shift" or "per shift" after a number and up to two words; -1 where there is none. */
    private int shift(int at) {
        for (int i = at + 1; i + 1 < items.size() && i < at + FURTHEST; i++) {
            if (EACH.contains(items.get(i).word) && items.get(i + 1).isWord("shift")) {
                return i + 2;
            }
            if (items.get(i).kind != AnnotatedToken.Kind.WORD) {
                return -1;
            }
        }
        return -1;
    }
}
