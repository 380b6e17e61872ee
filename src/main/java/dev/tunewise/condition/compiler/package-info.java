/**
 * The entry to conditions: compiles texts and named terms over declared facts. It must not know flows or files.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.condition.compiler;
