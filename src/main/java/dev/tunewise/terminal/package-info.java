/**
 * The command line: checks, tests and draws flow folders, and talks in a terminal. It must not know other channels, nor decide anything about advice.
 */
@NullMarked
package dev.tunewise.terminal;

import org.jspecify.annotations.NullMarked;
