package dev.tunewise.teams.registration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How Tunewise takes part in Microsoft Teams; `deploy/teams/README.md` leads through it. Off when nothing is set.
 *
 * @param mode `on`, `off`, or `development`: without credentials, for this machine only
 * @param appSecret its client secret; one of secret, certificate and managed identity is needed
 * @param certificate PEM file with an unencrypted RSA key and its certificate, which is uploaded to the registration
 * @param managedIdentity client id of a user-assigned managed identity of this machine: the bot's own id, or that of an identity which the
 *     registration trusts by a federated credential
 * @param tenantId tenant of the registration; `botframework.com` for an old multi-tenant bot
 * @param publicUrl https address under which Teams reaches this service, for pictures and files; empty for none
 * @param readThreads whether replies without a mention are read in threads of consultations; needs the permission
 *     `ChannelMessage.Read.Group` in the app package
 * @param metadataUrl names the keys with which the Bot Framework signs
 * @param queue acknowledged activities held in memory; up to 50 times as many wait in the database, beyond that Teams is asked to send them again
 * @param graphUrl where Microsoft Graph is, which knows the owners of teams
 */
@ConfigurationProperties("tunewise.teams")
public record TeamsSettings(
        @Bindable(defaultValue = "off") String mode,
        @Bindable(defaultValue = "") String appId,
        @Bindable(defaultValue = "") String appSecret,
        @Bindable(defaultValue = "") String certificate,
        @Bindable(defaultValue = "") String managedIdentity,
        @Bindable(defaultValue = "") String tenantId,
        @Bindable(defaultValue = "") String publicUrl,
        @Bindable(defaultValue = "true") boolean readThreads,
        @Bindable(defaultValue = "fine-tuning") String flow,

        @Bindable(defaultValue = "https://login.microsoftonline.com")
        String loginUrl,

        @Bindable(defaultValue = "https://api.botframework.com/.default")
        String scope,

        @Bindable(defaultValue = "https://login.botframework.com/v1/.well-known/openidconfiguration")
        String metadataUrl,

        @Bindable(defaultValue = "https://api.botframework.com")
        String issuer,

        @Bindable(defaultValue = "32") int concurrency,
        @Bindable(defaultValue = "2000") int queue,

        @Bindable(defaultValue = "https://graph.microsoft.com")
        String graphUrl) {
    private static final String ANY_TENANT = "botframework.com";
    private static final Set<String> MODES = Set.of("on", "off", "development");

    public boolean isDevelopment() {
        return mode.equals("development");
    }

    /** Whether an activity of a tenant is for us; a bot of one tenant hears that tenant only. */
    public boolean serves(String tenant) {
        return isDevelopment() || tenantId.equals(ANY_TENANT) || tenantId.equalsIgnoreCase(tenant);
    }

    URI tokenEndpoint() {
        return URI.create(loginUrl.replaceAll("/+$", "") + "/" + tenantId + "/oauth2/v2.0/token");
    }

    /**
     * Everything that is wrong, each with its remedy; none when it can work.
     *
     * @param loopback whether only this machine reaches it
     */
    public List<String> faults(String host, boolean loopback) {
        List<String> faults = new ArrayList<>();
        if (!MODES.contains(mode)) {
            faults.add("tunewise.teams.mode is \"" + mode + "\"; expected on, off or development.");
        }
        if (isDevelopment()) {
            development(faults, host, loopback);
        } else {
            credentials(faults);
        }
        if (!publicUrl.isBlank() && !publicUrl.startsWith("https://")) {
            faults.add("tunewise.teams.public-url is \"" + publicUrl + "\"; Teams shows pictures from https:// only.");
        }
        if (concurrency < 1 || queue < 1) {
            faults.add("tunewise.teams.concurrency is " + concurrency + " and queue is " + queue
                    + "; both have to be 1 or more.");
        }
        return faults;
    }

    private void development(List<String> faults, String host, boolean loopback) {
        if (!loopback) {
            faults.add("tunewise.teams.mode is development, which believes everybody, but the service listens on \""
                    + host + "\"; set micronaut.server.host to 127.0.0.1, or mode to on.");
        }
        if (!appId.isBlank() || !proofs().isEmpty()) {
            faults.add("tunewise.teams.mode is development, but app-id or credentials are set; leave them out, or set"
                    + " mode to on.");
        }
    }

    private List<String> proofs() {
        return Stream.of(
                        appSecret.isBlank() ? "" : "app-secret",
                        certificate.isBlank() ? "" : "certificate",
                        managedIdentity.isBlank() ? "" : "managed-identity")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void credentials(List<String> faults) {
        missing(faults, "app-id", appId, "copy the Application (client) ID of the registration in Entra.");
        if (proofs().isEmpty()) {
            faults.add("tunewise.teams.app-secret, certificate and managed-identity are all missing; create a secret or"
                    + " upload a certificate under Certificates & secrets of the registration, or name an identity"
                    + " of this machine.");
        } else if (proofs().size() > 1) {
            faults.add("tunewise.teams." + String.join(" and ", proofs()) + " are both set; leave one of them.");
        }
        missing(faults, "tenant-id", tenantId, "copy the Directory (tenant) ID of the registration.");
        if (!loginUrl.startsWith("https://") && !loginUrl.startsWith("http://127.0.0.1")) {
            faults.add("tunewise.teams.login-url is \"" + loginUrl + "\"; the secret is sent to https:// only.");
        }
    }

    private static void missing(List<String> faults, String name, String value, String remedy) {
        if (value.isBlank()) {
            faults.add("tunewise.teams." + name + " is missing; " + remedy);
        }
    }

    @Override
    public String toString() {
        return "TeamsSettings[mode=" + mode + ", app-id=" + appId + ", app-secret="
                + (appSecret.isBlank() ? "none" : "set")
                + ", certificate=" + certificate + ", managed-identity=" + managedIdentity
                + ", tenant-id=" + tenantId + ", public-url=" + publicUrl + ", read-threads=" + readThreads + ", flow="
                + flow
                + "]";
    }
}
