/**
 * A Slack for the tests: a real HTTP and WebSocket server that signs, delivers, checks limits and answers with Slack's errors. It must not use the
 * code under test.
 */
@org.jspecify.annotations.NullUnmarked
package dev.tunewise.slack.fake;
