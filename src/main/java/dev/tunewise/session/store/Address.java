package dev.tunewise.session.store;

/**
 * Where a consultation takes place.
 *
 * @param channel the adapter: `web`, `terminal`, `api`, `slack` or `teams`
 * @param workspace Slack team or enterprise, Teams tenant; `local` on a laptop
 * @param room channel, chat or direct message in the platform's terms
 * @param thread the thread's root in the platform's terms; empty until the root card has been posted
 * @param details what else the adapter needs to send there, as it wrote it (for Teams the service URL); may be empty
 */
public record Address(String channel, String workspace, String room, String thread, String details) {
    /** The workspace of channels without workspaces; what is posted there is shown by us, and sent nowhere. */
    public static final String HERE = "local";

    /** An address on this machine, for channels without workspaces. */
    public static Address local(String channel, String room) {
        return new Address(channel, HERE, room, "", "");
    }

    /** The same place once its thread is known. */
    public Address withThread(String newThread) {
        return new Address(channel, workspace, room, newThread, details);
    }
}
