package dev.tunewise.slack;

import dev.tunewise.session.Secrets;
import java.util.List;
import java.util.Optional;

/** Keeps installations, encrypted by the store. */
final class Installations {
    private static final String KIND = "slack-installation";
    private static final String NAME = "bot";

    private final Secrets secrets;

    Installations(Secrets secrets) {
        this.secrets = secrets;
    }

    Optional<Installation> find(String workspace) {
        return secrets.get(SlackDelivery.CHANNEL, workspace, KIND, NAME).map(Installation::read);
    }

    void keep(Installation installation) {
        secrets.put(SlackDelivery.CHANNEL, installation.workspace(), KIND, NAME, installation.text());
    }

    void delete(String workspace) {
        secrets.delete(SlackDelivery.CHANNEL, workspace, KIND, NAME);
    }

    /** Every workspace and organisation in which Tunewise is installed. */
    List<String> workspaces() {
        return secrets.names(SlackDelivery.CHANNEL, KIND).stream()
                .map(Secrets.Name::workspace)
                .toList();
    }
}
