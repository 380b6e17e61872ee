package dev.tunewise.slack.decode;

/** What Slack sends, as it was read. */
public sealed interface SlackRequest permits SlackEvent, SlackInteraction, SlackRequest.Challenge {
    /** Slack makes sure that the address is ours. `text`: what to answer. */
    record Challenge(String text) implements SlackRequest {}
}
