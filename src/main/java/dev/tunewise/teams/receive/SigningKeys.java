package dev.tunewise.teams.receive;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;

/** Port: the keys with which the Bot Framework signs its requests. */
interface SigningKeys {

    /** The key with this id, fetched when it is not known yet. */
    Optional<SigningKey> find(String keyId);

    /**
     * A key.
     *
     * @param key the public key
     * @param endorsements channels that it may speak for
     */
    record SigningKey(RSAPublicKey key, Set<String> endorsements) {
        public SigningKey {
            endorsements = Set.copyOf(endorsements);
        }
    }
}
