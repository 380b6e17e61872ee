package dev.tunewise.condition;

/**
 * Something wrong in the text of a condition.
 *
 * @param code stable kebab-case name of the kind of problem
 * @param line within the condition, from 1
 * @param column within the line, from 1
 * @param remedy what to do about it, in one sentence
 */
public record ConditionProblem(String code, int line, int column, String message, String remedy) {}
