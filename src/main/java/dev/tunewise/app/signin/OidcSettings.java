package dev.tunewise.app.signin;

import dev.tunewise.access.AccessScope;
import dev.tunewise.access.ChatAccount;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.app.startup.StartupException;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who people may sign in with: `tunewise.sign-in.slack`, `.microsoft` and `.company` (any issuer), each with `client-id` and
 * `client-secret`, and who has which role. None when nothing is set.
 */
@Singleton
final class OidcSettings {
    private static final String PREFIX = "tunewise.sign-in.";
    private static final String SLACK = "https://slack.com";

    private final Environment environment;
    private final List<Issuer> issuers = new ArrayList<>();
    private final Set<String> admins;
    private final Set<String> readers;
    private final Role others;
    private final Set<String> workspaces;

    /**
     * Somebody who says who people are.
     *
     * @param name in our addresses: `slack`, `microsoft` or `company`
     * @param issuer as its tokens name it
     */
    record Issuer(String name, String label, String issuer, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Issuer[" + name + " " + issuer + "]";
        }
    }

    OidcSettings(Environment environment) {
        this.environment = environment;
        add("slack", "Slack", SLACK);
        String tenant = text("microsoft.tenant-id", "");
        add("microsoft", "Microsoft", "https://login.microsoftonline.com/" + tenant + "/v2.0");
        add("company", text("company.label", "your company account"), "");
        admins = words("admins");
        readers = words("readers");
        workspaces = words("slack.workspaces");
        String role = text("role", Role.MEMBER.word());
        others = Role.of(role)
                .filter(known -> known != Role.ADMIN)
                .orElseThrow(() -> new StartupException(PREFIX + "role is \"" + role
                        + "\"; expected member or reader for everybody who is not named."));
        check(tenant);
    }

    private void check(String tenant) {
        for (Issuer issuer : issuers) {
            if (issuer.issuer().isBlank() || issuer.clientSecret().isBlank()) {
                throw new StartupException(PREFIX + issuer.name() + " lacks "
                        + (issuer.issuer().isBlank() ? "issuer" : "client-secret")
                        + "; expected issuer, client-id and client-secret, as the identity provider shows them.");
            }
            if (issuer.name().equals("microsoft")
                    && tenant.isBlank()
                    && issuer.issuer().contains("//v2.0")) {
                throw new StartupException(PREFIX + "microsoft.tenant-id is missing; without it everybody in the world"
                        + " with a Microsoft account could come in.");
            }
            if (issuer.name().equals("slack") && workspaces.isEmpty()) {
                throw new StartupException(PREFIX + "slack.workspaces is missing; name the ids of the workspaces whose"
                        + " people may come in, as in T0123ABC, else everybody on Slack could.");
            }
        }
        if (!issuers.isEmpty() && publicUrl().isBlank()) {
            throw new StartupException("tunewise.public-url is missing; people are sent back there after they signed"
                    + " in. Set TUNEWISE_PUBLIC_URL, as in https://tunewise.example.com.");
        }
    }

    private void add(String name, String label, String preset) {
        String id = text(name + ".client-id", "");
        if (!id.isBlank()) {
            issuers.add(new Issuer(name, label, text(name + ".issuer", preset), id, text(name + ".client-secret", "")));
        }
    }

    List<Issuer> issuers() {
        return List.copyOf(issuers);
    }

    Optional<Issuer> find(String name) {
        return issuers.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
    }

    /** Our own address, without a slash at the end. */
    String publicUrl() {
        return environment
                .getProperty("tunewise.public-url", String.class)
                .orElse("")
                .replaceAll("/+$", "");
    }

    /** Whom the claims of a genuine token describe; empty when they may not come in. */
    Optional<Identity> identity(Issuer issuer, Map<String, Object> claims) {
        String subject = claim(claims, "sub");
        String mail = Boolean.FALSE.equals(claims.get("email_verified")) ? "" : claim(claims, "email");
        String name = claim(claims, "name");
        Optional<ChatAccount> account = account(issuer, claims);
        boolean foreign = issuer.name().equals("slack")
                && account.filter(own -> workspaces.contains(own.workspace().toLowerCase(Locale.ROOT)))
                        .isEmpty();
        if (subject.isBlank() || foreign) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                issuer.name() + ":" + subject,
                name.isBlank() ? mail.isBlank() ? "Somebody" : mail : name,
                role(subject, mail),
                List.of(AccessScope.local()),
                account));
    }

    private Role role(String subject, String mail) {
        String address = mail.toLowerCase(Locale.ROOT);
        String id = subject.toLowerCase(Locale.ROOT);
        if (admins.contains(id) || (!address.isBlank() && admins.contains(address))) {
            return Role.ADMIN;
        }
        return readers.contains(id) || (!address.isBlank() && readers.contains(address)) ? Role.READER : others;
    }

    private static Optional<ChatAccount> account(Issuer issuer, Map<String, Object> claims) {
        ChatAccount account = switch (issuer.name()) {
            case "slack" ->
                new ChatAccount(
                        "slack",
                        claim(claims, "https://slack.com/team_id"),
                        claim(claims, "https://slack.com/user_id"));
            case "microsoft" -> new ChatAccount("teams", claim(claims, "tid"), claim(claims, "oid"));
            default -> new ChatAccount("", "", "");
        };
        return Optional.of(account)
                .filter(own -> !own.workspace().isBlank() && !own.user().isBlank());
    }

    private static String claim(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    private String text(String name, String otherwise) {
        return environment
                .getProperty(PREFIX + name, String.class)
                .orElse(otherwise)
                .strip();
    }

    private Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String word : text(name, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
