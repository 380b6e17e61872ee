package dev.tunewise.slack.install;

import dev.tunewise.session.store.SecretStore;
import dev.tunewise.slack.deliver.SlackDelivery;
import java.util.Optional;

/** Keeps installations, encrypted by the store. */
public record InstallationStore(SecretStore secrets) {
    private static final String KIND = "slack-installation";
    private static final String NAME = "bot";

    public Optional<Installation> find(String workspace) {
        return secrets.get(SlackDelivery.CHANNEL, workspace, KIND, NAME).map(Installation::read);
    }

    public void keep(Installation installation) {
        secrets.put(SlackDelivery.CHANNEL, installation.workspace(), KIND, NAME, installation.text());
    }

    void delete(String workspace) {
        secrets.delete(SlackDelivery.CHANNEL, workspace, KIND, NAME);
    }
}
