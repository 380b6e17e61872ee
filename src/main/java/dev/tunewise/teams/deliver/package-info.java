/**
 * The activities exchanged with Teams and their conversations: sends posts, notices and files there and edits them in
 * place. It must not know requests or signatures, nor act on a consultation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.deliver;
