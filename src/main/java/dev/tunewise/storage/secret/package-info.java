/**
 * Encrypts secrets and keeps the keys that do it. It must not know databases, nor what a secret is for.
 */
@NullMarked
package dev.tunewise.storage.secret;

import org.jspecify.annotations.NullMarked;
