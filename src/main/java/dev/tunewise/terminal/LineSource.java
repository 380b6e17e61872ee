package dev.tunewise.terminal;

import java.util.Optional;

/** Where lines that people type come from. */
@FunctionalInterface
interface LineSource {
    /** The next line; empty at the end. */
    Optional<String> next(String prompt);
}
