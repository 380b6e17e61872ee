package dev.tunewise.session.lease;

import java.util.function.BooleanSupplier;

/**
 * Names this process among those that share its database.
 *
 * @param id not used by any other process, also not by an earlier one on this machine
 * @param sure whether it surely still holds what it leased: the others heard of it a moment ago. Asked right before something is done that cannot be
 *     undone, because a process that stood still for a while does not know that others took over
 */
public record ProcessId(String id, BooleanSupplier sure) {}
