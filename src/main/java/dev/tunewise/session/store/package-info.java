/**
 * Consultations as stored, and the ports to where they, their cached state, settings and secrets are kept. It must
 * not know any database, nor when a turn is made or a post is sent.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.store;
