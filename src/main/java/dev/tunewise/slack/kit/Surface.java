package dev.tunewise.slack.kit;

/** Where blocks are shown, with what fits there. */
enum Surface {
    /** The card in the channel, which is edited all the time. */
    ROOT(Limits.MESSAGE_BLOCKS, Limits.EDITABLE_CHARACTERS - 200, true),
    /** A message in the thread, to one person or in another channel. */
    MESSAGE(Limits.MESSAGE_BLOCKS, Limits.MESSAGE_CHARACTERS - 1_000, true),
    /** A window over the conversation. */
    MODAL(Limits.VIEW_BLOCKS, 30_000, false),
    /** The Home tab. */
    HOME(Limits.VIEW_BLOCKS, 30_000, false);

    private final int blocks;
    private final int characters;
    private final boolean tables;

    Surface(int blocks, int characters, boolean tables) {
        this.blocks = blocks;
        this.characters = characters;
        this.tables = tables;
    }

    int blocks() {
        return blocks;
    }

    int characters() {
        return characters;
    }

    /** Whether table blocks are shown there. */
    boolean tables() {
        return tables;
    }
}
