package dev.tunewise.price.offer;

/** What a model is for. */
public enum ModelKind {
    CHAT,
    EMBEDDING
}
