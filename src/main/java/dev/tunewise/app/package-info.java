/**
 * The main class, the wiring of all other packages, configuration and health. Nothing else may know this package.
 */
@NullMarked
package dev.tunewise.app;

import org.jspecify.annotations.NullMarked;
