package dev.tunewise.flow;

/** What kind of value a fact takes. */
public enum FactType {
    /** One of several choices, or an entry of a catalogue. */
    CHOICE,
    /** Any number of several choices. */
    CHOICES,
    QUANTITY,
    YES_NO
}
