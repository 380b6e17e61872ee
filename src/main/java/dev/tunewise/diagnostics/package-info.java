/**
 * Problems found in files people edit: where, what is wrong and what to do about it. It must not know what the files are about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.diagnostics;
