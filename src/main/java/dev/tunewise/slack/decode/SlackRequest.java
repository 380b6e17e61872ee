package dev.tunewise.slack.decode;

import com.slack.api.bolt.request.Request;

/** What Slack sends, as it was read. */
public sealed interface SlackRequest permits SlackEvent, SlackRequest.Challenge, SlackRequest.Interaction {

    /** Slack makes sure that the address is ours. `text`: what to answer. */
    record Challenge(String text) implements SlackRequest {}

    /** A command, a click, a window or a shortcut, as Bolt reads it. */
    record Interaction(Request<?> bolt) implements SlackRequest {}
}
