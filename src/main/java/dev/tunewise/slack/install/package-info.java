/**
 * Installs Tunewise in workspaces over OAuth, keeps their tokens, and removes what is kept after an uninstall. It
 * must not know consultations, posts or clicks.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.install;
