package dev.tunewise.web.visitor;

/** Somebody at a browser. `name`: name to show; {@link #unnamed} until they give one. */
public record Visitor(String id, String name) {
    /** Whether somebody signed in; others have an id of random characters alone. */
    public boolean known() {
        return id.contains(":");
    }

    public static final String ONESELF = "You";

    /** How others see somebody who gave no name: told apart from other guests, and the same each time. */
    public static String unnamed(String id) {
        return "Guest " + (100 + Math.floorMod(id.hashCode(), 900));
    }

    public boolean named() {
        return !name.equals(unnamed(id));
    }

    static final int LONGEST_NAME = 60;
}
