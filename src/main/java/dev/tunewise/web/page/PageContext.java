package dev.tunewise.web.page;

/**
 * What the blocks of a page need to know besides themselves.
 *
 * @param key idempotency key of the forms that are drawn now
 * @param open whether questions are drawn to be answered
 */
public record PageContext(String conversation, String key, boolean open) {
    /** Where the forms of a consultation go. */
    public String events() {
        return "/c/" + conversation + "/events";
    }

    /** This scene with questions to be answered or not. */
    public PageContext with(boolean newOpen) {
        return new PageContext(conversation, key, newOpen);
    }
}
