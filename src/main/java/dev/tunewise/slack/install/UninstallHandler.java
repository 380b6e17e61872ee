package dev.tunewise.slack.install;

import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.store.Address;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the tokens of a workspace that removed Tunewise, which may have been a mistake: the rest waits for its next install as long as a team of
 * Teams does. Slack tells it twice, in any order, and sometimes after the next install: what was installed later than the event stays.
 */
public record UninstallHandler(MessageChanges changes, InstallationStore installations, SlackBots bots) {
    private static final Logger LOG = LoggerFactory.getLogger(UninstallHandler.class);

    /** Tunewise was removed, or its bot token revoked, at this time. */
    public void removed(String workspace, Instant at) {
        boolean back = installations
                .find(workspace)
                .filter(installation -> installation.installedAt().isAfter(at))
                .isPresent();
        if (workspace.isEmpty() || back) {
            return;
        }
        installations.delete(workspace);
        changes.teamPutAside(new Address(SlackDelivery.CHANNEL, workspace, "", "", ""), workspace, at);
        bots.expired(workspace);
        LOG.info("Tunewise was removed from {}; what is kept of it is deleted after 30 days", workspace);
    }
}
