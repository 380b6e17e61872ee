package dev.tunewise.flow;

/**
 * A group of facts that belong together.
 *
 * @param id stable name
 * @param oneCard whether all of its facts that can still matter are asked on one card as soon as the first is needed
 */
public record Topic(String id, boolean oneCard) {}
