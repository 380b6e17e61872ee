package dev.tunewise.price;

/** What a model is for. */
public enum ModelKind {
    CHAT,
    EMBEDDING
}
