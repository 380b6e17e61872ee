package dev.tunewise.flow;

/** What kind of value a fact takes. */
public enum FactType {
    /** One of several choices, or an entry of a catalogue. */
    CHOICE,
    /** Any number of several choices. */
    CHOICES,
    /** A number in a unit. */
    QUANTITY,
    YES_NO
}
