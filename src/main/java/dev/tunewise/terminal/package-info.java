/**
 * The command line: checks, tests and draws flow folders, and talks in a terminal. It must not know other channels, nor decide anything about advice.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.terminal;
