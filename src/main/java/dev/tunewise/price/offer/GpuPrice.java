package dev.tunewise.price.offer;

import dev.tunewise.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one GPU costs per hour somewhere.
 *
 * @param gpu for example {@code H100}
 * @param instance instance type or offer
 * @param perHour dollars per GPU and hour, on demand
 * @param spotPerHour the same when it may be taken away, or null when unknown
 * @param own true for a price the operator entered
 * @param note what a reader should know; may be empty
 */
public record GpuPrice(
        String gpu,
        int memoryGb,
        String cloud,
        String instance,
        Money perHour,
        @Nullable Money spotPerHour,
        boolean own,
        Provenance provenance,
        String note) {
    /** Says whether this is a bare machine, and not a vendor's managed endpoint. */
    public boolean isMachine() {
        return !note.contains("managed inference endpoint");
    }
}
