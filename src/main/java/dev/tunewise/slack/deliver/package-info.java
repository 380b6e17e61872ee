/**
 * Sends posts, files, private messages and modals to Slack, and edits in place what was sent. It must not know where
 * a request came from, nor act on a consultation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.deliver;
