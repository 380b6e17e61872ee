/**
 * Reads what Slack sends: stored requests, payloads, people, clicks, typed text, filled fields, timestamps. It must
 * not call Slack, nor decide what happens with what it read.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.decode;
