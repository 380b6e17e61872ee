package dev.tunewise.condition.type;

/** What kind of value a part has. */
public enum Kind {
    BOOL("yes or no"),
    NUMBER("a number"),
    TEXT("a text"),
    TEXTS("a list of texts"),
    NUMBERS("a list of numbers"),
    NOTHING("an empty list"),
    BROKEN("broken");

    final String words;

    Kind(String words) {
        this.words = words;
    }
}
