/**
 * The ids and codes that blocks carry and clicks bring back. It must not know how blocks are drawn, tokens or the
 * network.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.click;
