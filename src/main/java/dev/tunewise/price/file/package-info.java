/**
 * Reads JSON and CSV files with the place of every value. It must not know what the files are about.
 */
@NullMarked
package dev.tunewise.price.file;

import org.jspecify.annotations.NullMarked;
