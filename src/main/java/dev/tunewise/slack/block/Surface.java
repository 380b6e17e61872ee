package dev.tunewise.slack.block;

/** Where blocks are shown, with what fits there. */
public enum Surface {
    /** The card in the channel, which is edited all the time. */
    ROOT(SlackLimits.MESSAGE_BLOCKS, SlackLimits.EDITABLE_CHARACTERS - 200, true),
    /** A message in the thread, to one person or in another channel. */
    MESSAGE(SlackLimits.MESSAGE_BLOCKS, SlackLimits.MESSAGE_CHARACTERS - 1_000, true),
    /** A window over the conversation. */
    MODAL(SlackLimits.VIEW_BLOCKS, 30_000, false),
    HOME(SlackLimits.VIEW_BLOCKS, 30_000, false);

    private final int blocks;
    private final int characters;
    private final boolean tables;

    Surface(int blocks, int characters, boolean tables) {
        this.blocks = blocks;
        this.characters = characters;
        this.tables = tables;
    }

    public int blocks() {
        return blocks;
    }

    public int characters() {
        return characters;
    }

    /** Whether table blocks are shown there. */
    public boolean tables() {
        return tables;
    }
}
