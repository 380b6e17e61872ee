package dev.tunewise.slack.install;

import dev.tunewise.session.command.ForgetService;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what we keep of a workspace that removed Tunewise. Slack tells it twice, in any order, and sometimes after the next install: what was
 * installed later than the event stays.
 */
public record UninstallHandler(ForgetService forget, InstallationStore installations, SlackBots bots) {
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
        forget.purge(SlackDelivery.CHANNEL, workspace, at);
        if (bots instanceof InstalledBots installed) {
            installed.forget(workspace);
        }
        LOG.info("Tunewise was removed from {}; all that was kept of it is deleted", workspace);
    }
}
