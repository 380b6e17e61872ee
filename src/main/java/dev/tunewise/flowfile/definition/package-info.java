/**
 * Reads the parts of a flow from YAML: facts, figures, rules, sources, texts, words, parameters and stories. It must
 * not know folders, reloading or checks across a whole flow.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.flowfile.definition;
