/**
 * Problems found in files people edit: where, what is wrong and what to do about it. It must not know what the files are about.
 */
@NullMarked
package dev.tunewise.diagnostics;

import org.jspecify.annotations.NullMarked;
