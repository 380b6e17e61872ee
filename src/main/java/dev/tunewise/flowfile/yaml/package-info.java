/**
 * YAML with positions: nodes, fields, scalars, the text of files and the problems found in it. It must not know flows
 * or any of their parts.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flowfile.yaml;
