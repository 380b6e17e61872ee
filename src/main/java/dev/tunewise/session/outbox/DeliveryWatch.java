package dev.tunewise.session.outbox;

/** Hears of posts that do not leave at once, for logs and metrics. Must not throw. */
public interface DeliveryWatch {
    /** A post waits for another try. */
    void waits(Outbox.Item item, String reason);

    /** A post will not be sent; set aside when an operator may still send it. */
    void ended(Outbox.Item item, String reason, boolean setAside);

    /** Sending failed in a way that no platform's answer explains. */
    void failed(RuntimeException failure);
}
