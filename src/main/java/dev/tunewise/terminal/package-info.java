/**
 * The command line: the chat in a terminal, and commands that check flows and prices. It must not know any other channel.
 */
@NullMarked
package dev.tunewise.terminal;

import org.jspecify.annotations.NullMarked;
