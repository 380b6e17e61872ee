package dev.tunewise.slack.block;

/** Where blocks are shown, with how much of them fits. `tables`: whether table blocks are shown there. */
public record Surface(int blocks, int characters, boolean tables) {
    /** The card in the channel, which is edited all the time. */
    public static final Surface ROOT =
            new Surface(SlackLimits.MESSAGE_BLOCKS, SlackLimits.EDITABLE_CHARACTERS - 200, true);

    /** A message in the thread, to one person or in another channel. */
    public static final Surface MESSAGE =
            new Surface(SlackLimits.MESSAGE_BLOCKS, SlackLimits.MESSAGE_CHARACTERS - 1_000, true);

    /** A window over the conversation, and the Home tab. */
    public static final Surface VIEW = new Surface(SlackLimits.VIEW_BLOCKS, 30_000, false);
}
