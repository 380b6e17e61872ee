package dev.tunewise.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.session.store.SecretStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tokens and sessions: secrets that stand for an identity. Only their hashes are kept, so that nobody who reads the database can use one; each
 * can be taken back by itself.
 */
public record Grants(SecretStore store, RandomGenerator random, InstantSource clock) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL = "access";
    private static final String WORKSPACE = "local";
    private static final int SECRET_BYTES = 32;

    public enum Kind {
        /** Shown by programs with every request, or typed once by a person. */
        TOKEN,
        /** Kept by a browser after a sign-in. */
        SESSION;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A grant as listed; the secret itself cannot be shown again.
     *
     * @param key short name for {@link #revoke}
     * @param basis what it rests on: for a session the token that was typed, by its id; empty for none
     */
    public record Grant(String key, Identity identity, String basis, Instant made, Instant ends) {}

    /** Makes a secret for an identity and gives it, once. */
    public String issue(Kind kind, Identity identity, String basis, Instant ends) {
        String secret = Secrets.random(random, SECRET_BYTES);
        ObjectNode document = JSON.createObjectNode();
        document.put("id", identity.id())
                .put("name", identity.name())
                .put("role", identity.role().word())
                .put("basis", basis)
                .put("made", clock.instant().toString())
                .put("ends", ends.toString());
        identity.scopes().forEach(scope -> document.withArray("scopes").add(scope.text()));
        identity.account()
                .ifPresent(account -> document.putObject("account")
                        .put("channel", account.channel())
                        .put("workspace", account.workspace())
                        .put("user", account.user()));
        store.put(CHANNEL, WORKSPACE, kind.key(), hash(secret), document.toString());
        return secret;
    }

    /** The grant that a secret stands for, as long as it lasts. */
    public Optional<Grant> find(Kind kind, String secret) {
        return load(kind, hash(secret)).filter(grant -> grant.ends().isAfter(clock.instant()));
    }

    /** All grants of a kind, the newest first; those that ended are swept away. */
    public List<Grant> list(Kind kind) {
        List<Grant> grants = new ArrayList<>();
        for (SecretStore.Name name : store.names(CHANNEL, kind.key())) {
            load(kind, name.name()).ifPresent(grant -> {
                if (grant.ends().isAfter(clock.instant())) {
                    grants.add(grant);
                } else {
                    store.delete(CHANNEL, WORKSPACE, kind.key(), name.name());
                }
            });
        }
        grants.sort(Comparator.comparing(Grant::made).reversed());
        return grants;
    }

    /** Takes back the grants whose key, or whose identity's id, this is; gives how many. */
    public int revoke(Kind kind, String which) {
        int revoked = 0;
        for (SecretStore.Name name : store.names(CHANNEL, kind.key())) {
            boolean meant = load(kind, name.name())
                    .filter(grant -> grant.key().equals(which)
                            || grant.identity().id().equals(which)
                            || grant.identity().name().equals(which))
                    .isPresent();
            if (meant) {
                store.delete(CHANNEL, WORKSPACE, kind.key(), name.name());
                revoked++;
            }
        }
        return revoked;
    }

    public void end(Kind kind, String secret) {
        store.delete(CHANNEL, WORKSPACE, kind.key(), hash(secret));
    }

    private Optional<Grant> load(Kind kind, String hash) {
        return store.get(CHANNEL, WORKSPACE, kind.key(), hash).map(text -> read(hash, text));
    }

    private Grant read(String hash, String text) {
        try {
            JsonNode document = JSON.readTree(text);
            List<AccessScope> scopes = new ArrayList<>();
            document.path("scopes")
                    .forEach(scope -> AccessScope.read(scope.asText()).ifPresent(scopes::add));
            JsonNode account = document.path("account");
            Identity identity = new Identity(
                    document.path("id").asText(),
                    document.path("name").asText(),
                    Role.of(document.path("role").asText()).orElse(Role.READER),
                    scopes,
                    account.isMissingNode()
                            ? Optional.empty()
                            : Optional.of(new ChatAccount(
                                    account.path("channel").asText(),
                                    account.path("workspace").asText(),
                                    account.path("user").asText())));
            return new Grant(
                    hash.substring(0, 12),
                    identity,
                    document.path("basis").asText(),
                    Instant.parse(document.path("made").asText()),
                    Instant.parse(document.path("ends").asText()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A grant in the database is not readable", broken);
        }
    }

    /** A fingerprint of a secret, from which it cannot be told. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(Secrets.sha256(secret));
    }
}
