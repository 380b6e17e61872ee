/**
 * The record of a whole decision: what was said, what followed and what it rests on, as Markdown to commit beside the code and as JSON that is read in
 * again. It must not know channels or storage, nor work anything out itself.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.record;
