/**
 * The entry to conditions: compiles texts and named terms over declared facts. It must not know flows or files.
 */
@NullMarked
package dev.tunewise.condition.compiler;

import org.jspecify.annotations.NullMarked;
