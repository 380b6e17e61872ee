/**
 * Sends posts, files, private messages and modals to Slack, and edits in place what was sent. It must not know where
 * a request came from, nor act on a consultation.
 */
@NullMarked
package dev.tunewise.slack.deliver;

import org.jspecify.annotations.NullMarked;
