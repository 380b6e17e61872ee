/**
 * Consultations as stored, and the ports to where they, their cached state, settings and secrets are kept. It must
 * not know any database, nor when a turn is made or a post is sent.
 */
@NullMarked
package dev.tunewise.session.store;

import org.jspecify.annotations.NullMarked;
