package dev.tunewise.cost.option;

/** An option that makes no sense for the case. */
public record ExcludedOption(String id, String title, String reason) {}
