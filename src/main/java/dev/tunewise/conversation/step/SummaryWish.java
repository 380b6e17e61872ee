package dev.tunewise.conversation.step;

/** What somebody wants of the summary that team channels get. */
public enum SummaryWish {
    NONE,
    /** To see it before it is posted. */
    PREVIEW,
    POST
}
