/**
 * Block Kit as JSON within Slack's limits: blocks, text and links, truncation, stand-ins. It must not know posts as a
 * whole, clicks, tokens or the network.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.block;
