package dev.tunewise.cost.estimate;

import java.util.Locale;

/** What an option ties a team to. */
public enum LockIn {
    /** Nothing new: a prompt, or data that stays with the team. */
    NONE,
    /** A vendor's model: the prompt has to be measured again on another. */
    MODEL,
    /** Weights at a vendor, which end with their base model. */
    VENDOR_WEIGHTS,
    /** Weights of one's own, which fit their base model only. */
    OWN_WEIGHTS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LockIn of(String lever) {
        return switch (lever) {
            case "cheaper-model", "stronger-model" -> MODEL;
            case "fine-tune-api" -> VENDOR_WEIGHTS;
            case "fine-tune-lora", "fine-tune-full" -> OWN_WEIGHTS;
            default -> NONE;
        };
    }
}
