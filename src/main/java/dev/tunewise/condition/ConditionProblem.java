package dev.tunewise.condition;

/**
 * Something wrong in the text of a condition.
 *
 * @param line within the condition, from 1
 * @param column within the line, from 1
 */
public record ConditionProblem(String code, int line, int column, String message, String remedy) {}
