/**
 * Encrypts secrets and keeps the keys that do it. It must not know databases, nor what a secret is for.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.storage.secret;
