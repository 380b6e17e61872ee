package dev.tunewise.cost.option;

/**
 * An option that makes no sense for the case.
 *
 * @param id id it would have
 * @param title name for people
 * @param reason why it is left out, one sentence
 */
public record ExcludedOption(String id, String title, String reason) {}
