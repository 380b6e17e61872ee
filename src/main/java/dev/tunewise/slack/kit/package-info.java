/**
 * Neutral posts as Block Kit: messages, modals and the Home tab, always within Slack's limits, and the codes that clicks carry back. It must not know
 * tokens, the network or what a consultation is about.
 */
@NullMarked
package dev.tunewise.slack.kit;

import org.jspecify.annotations.NullMarked;
