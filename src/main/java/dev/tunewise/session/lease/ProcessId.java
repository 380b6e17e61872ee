package dev.tunewise.session.lease;

/**
 * Names this process among those that share its database.
 *
 * @param id not used by any other process, also not by an earlier one on this machine
 */
public record ProcessId(String id) {}
