package dev.tunewise.flow;

/**
 * One of the answers a flow can give.
 *
 * @param asksGates whether open gates are asked before this verdict is given
 * @param reviewMonths months after which it is looked at again, at least 1; 0 for never
 */
public record Verdict(String id, boolean asksGates, int reviewMonths) {}
