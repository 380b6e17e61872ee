package dev.tunewise.slack.block;

/**
 * What Slack accepts, in UTF-16 characters and counts; sources: the Block Kit reference and `@slack/types` 3.2.0. Where sources differ the
 * smaller number stands here.
 */
public final class SlackLimits {
    public static final int MESSAGE_BLOCKS = 50;
    public static final int VIEW_BLOCKS = 100;

    /** Slack refuses about 13,200 characters over all blocks, without saying so anywhere. */
    public static final int MESSAGE_CHARACTERS = 12_000;

    /** A longer message cannot be edited later. */
    public static final int EDITABLE_CHARACTERS = 4_000;

    public static final int SECTION_TEXT = 3_000;
    public static final int FIELDS = 10;
    public static final int HEADER_TEXT = 150;
    public static final int ACTIONS_ELEMENTS = 25;
    public static final int ID = 255;
    public static final int BUTTON_TEXT = 75;
    public static final int BUTTON_VALUE = 2_000;
    public static final int URL = 3_000;
    public static final int OVERFLOW_OPTIONS = 5;
    public static final int SELECT_OPTIONS = 100;
    public static final int OPTION_TEXT = 75;
    public static final int CHECKBOXES = 10;
    public static final int PLACEHOLDER = 150;
    public static final int INPUT_LABEL = 2_000;
    public static final int MODAL_TITLE = 24;
    public static final int TABLE_ROWS = 100;
    public static final int TABLE_COLUMNS = 20;
    public static final int ALTERNATIVE_TEXT = 1_000;
}
