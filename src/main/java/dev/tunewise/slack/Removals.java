package dev.tunewise.slack;

import dev.tunewise.session.ConversationStore;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what we keep of a workspace that removed Tunewise. Slack tells it twice, in any order, and sometimes after the next install: what was
 * installed later than the event stays.
 */
final class Removals {
    private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

    private final ConversationStore conversations;
    private final Installations installations;
    private final Bots bots;

    Removals(ConversationStore conversations, Installations installations, Bots bots) {
        this.conversations = conversations;
        this.installations = installations;
        this.bots = bots;
    }

    /** Tunewise was removed, or its bot token revoked, at this time. */
    void removed(String workspace, Instant at) {
        boolean back = installations
                .find(workspace)
                .filter(installation -> installation.installedAt().isAfter(at))
                .isPresent();
        if (workspace.isEmpty() || back) {
            return;
        }
        installations.delete(workspace);
        conversations.purge(SlackDelivery.CHANNEL, workspace);
        if (bots instanceof InstalledBots installed) {
            installed.forget(workspace);
        }
        LOG.info("Tunewise was removed from {}; all that was kept of it is deleted", workspace);
    }
}
