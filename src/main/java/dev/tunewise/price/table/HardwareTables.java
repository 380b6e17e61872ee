package dev.tunewise.price.table;

import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Prices of hardware and of vector stores as plain text tables for a terminal. */
public final class HardwareTables {
    /** All GPUs, one offer a line, dollars per GPU and hour; old prices are marked. */
    public static String gpus(PriceCatalogue catalogue, LocalDate today) {
        TextTable table = new TextTable("gpu", "memory", "where", "instance", "an hour", "spot", "as of", "own");
        catalogue
                .gpus()
                .forEach(gpu -> table.row(
                        gpu.gpu(),
                        gpu.memoryGb() + " GB",
                        gpu.cloud(),
                        gpu.instance(),
                        MoneyFormat.exact(gpu.perHour()),
                        price(gpu.spotPerHour()),
                        PriceTables.age(gpu.provenance(), today),
                        gpu.own() ? "own" : ""));
        return table + "Dollars per GPU and hour. ? = unknown.\n";
    }

    public static String stores(PriceCatalogue catalogue, LocalDate today) {
        TextTable table = new TextTable("service", "plan", "item", "dollars", "per", "as of");
        catalogue
                .vectorStores()
                .forEach(store -> table.row(
                        store.service(),
                        store.mode(),
                        store.item(),
                        store.low().equals(store.high())
                                ? MoneyFormat.exact(store.low())
                                : MoneyFormat.exact(store.low()) + " to " + MoneyFormat.exact(store.high()),
                        store.unit(),
                        PriceTables.age(store.provenance(), today)));
        return table.toString();
    }

    private static String price(@Nullable Money price) {
        return price == null ? "?" : MoneyFormat.exact(price);
    }
}
