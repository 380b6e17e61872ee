package dev.tunewise.storage;

import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.secret.KeySettings;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.secret.SecretKeys;
import dev.tunewise.storage.sql.Reencryption;
import dev.tunewise.storage.transaction.Transactions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A database that came back without the key that encrypted it: a new key would read nothing, so none is made in its place. */
final class MissingKey {
    /** A key for work that neither encrypts nor reads anything that is encrypted. */
    static KeySettings throwaway() {
        return KeySettings.of(Base64.getEncoder().encodeToString(SecretKeys.random()));
    }

    /** What to say where the file of the keys is not there, and the database holds what one of them encrypted. */
    static Optional<StorageException> refusal(SecretKeys keys, Transactions transactions, DocumentCodec documents) {
        return keys.missing().flatMap(path -> {
            SecretBox any = new SecretBox(SecretKeys.of(throwaway(), Optional.empty()));
            List<String> names = new Reencryption(transactions, documents, any)
                    .uses().keySet().stream().filter(name -> !name.isEmpty()).toList();
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new StorageException(
                                    "The key file " + path
                                            + " is not there, and the database holds what "
                                            + (names.size() == 1 ? "the key " : "the keys ") + String.join(", ", names)
                                            + " encrypted. Put back the key file that belongs to the database, or set"
                                            + " TUNEWISE_SECRET_KEYS; nothing was changed. Without the key nobody can read this database."));
        });
    }
}
