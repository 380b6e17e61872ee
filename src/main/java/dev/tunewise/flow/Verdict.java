package dev.tunewise.flow;

/**
 * One of the answers a flow can give.
 *
 * @param id stable name
 * @param asksGates whether open gates are asked before this verdict is given
 */
public record Verdict(String id, boolean asksGates) {}
