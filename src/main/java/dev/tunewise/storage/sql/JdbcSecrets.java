package dev.tunewise.storage.sql;

import dev.tunewise.session.store.SecretStore;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.transaction.Transactions;
import java.util.List;
import java.util.Optional;

/** Secrets in a database, encrypted before they reach it. */
public record JdbcSecrets(Transactions transactions, SecretBox box) implements SecretStore {
    @Override
    public Optional<String> get(String channel, String workspace, String kind, String name) {
        SecretBox.Label label = new SecretBox.Label(channel, workspace, kind, name);
        return transactions
                .read(handle -> handle.createQuery("""
                                        select document from secrets
                                        where channel = :channel and workspace = :workspace
                                          and kind = :kind and name = :name""")
                        .bindMethods(label)
                        .mapTo(String.class)
                        .findOne())
                .map(closed -> box.open(label, closed));
    }

    @Override
    public void put(String channel, String workspace, String kind, String name, String document) {
        SecretBox.Label label = new SecretBox.Label(channel, workspace, kind, name);
        String closed = box.seal(label, document);
        transactions.write(handle -> {
            handle.createUpdate("""
                                    insert into secrets (channel, workspace, kind, name, document)
                                    values (:channel, :workspace, :kind, :name, :document)
                                    on conflict (channel, workspace, kind, name)
                                    do update set document = excluded.document""").bindMethods(label).bind("document", closed).execute();
        });
    }

    @Override
    public void delete(String channel, String workspace, String kind, String name) {
        transactions.write(handle -> {
            handle.createUpdate("""
                                    delete from secrets where channel = :channel and workspace = :workspace
                                    and kind = :kind and name = :name""")
                    .bindMethods(new SecretBox.Label(channel, workspace, kind, name))
                    .execute();
        });
    }

    @Override
    public List<Name> names(String channel, String kind) {
        return transactions.read(handle -> handle.select("""
                        select workspace, name from secrets
                        where channel = ? and kind = ? order by workspace, name""", channel, kind)
                .map((row, context) -> new Name(row.getString("workspace"), row.getString("name")))
                .list());
    }
}
