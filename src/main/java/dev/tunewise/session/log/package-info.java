/**
 * The log of decisions as people ask for it: by room or workspace, with filters, each line with its link. It does not know how it is stored,
 * and decides nothing about who may see what beyond the room in which it is asked.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.log;
