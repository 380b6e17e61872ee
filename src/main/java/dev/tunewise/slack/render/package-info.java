/**
 * Renders neutral posts as messages, modals and the Home tab, with the phrases that only Slack needs. It must not
 * know tokens, the network or what a consultation is about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.render;
