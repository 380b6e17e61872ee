/**
 * Reads JSON and CSV files with the place of every value. It must not know what the files are about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.file;
