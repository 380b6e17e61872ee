package dev.tunewise.web.visitor;

/**
 * Somebody at a browser.
 *
 * @param id random id kept in a cookie
 * @param name name to show; {@link #UNNAMED} until they give one
 */
public record Visitor(String id, String name) {
    /** Whether somebody signed in; others have an id of random characters alone. */
    public boolean known() {
        return id.contains(":");
    }

    /** The name of people who have given none. */
    public static final String UNNAMED = "You";

    /** Longest name taken. */
    static final int LONGEST_NAME = 60;
}
