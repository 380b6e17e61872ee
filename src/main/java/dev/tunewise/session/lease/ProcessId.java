package dev.tunewise.session.lease;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Names this process among those that share its database.
 *
 * @param id not used by any other process, also not by an earlier one on this machine
 * @param hold gives what says later whether all that it leased since then is surely still its own. Asked right before something is done that cannot
 *     be undone, because a process that stood still for a while does not know that others took over
 */
public record ProcessId(String id, Supplier<BooleanSupplier> hold) {}
