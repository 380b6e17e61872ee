package dev.tunewise.cost.estimate;

/** What an option ties a team to. */
public enum LockIn {
    /** Nothing new: a prompt, or data that stays with the team. */
    NONE("none"),
    /** A vendor's model: the prompt has to be measured again on another. */
    MODEL("model"),
    /** Weights at a vendor, which end with their base model. */
    VENDOR_WEIGHTS("vendor-weights"),
    /** Weights of one's own, which fit their base model only. */
    OWN_WEIGHTS("own-weights");

    private final String id;

    LockIn(String id) {
        this.id = id;
    }

    public String id() {
        return id;
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
