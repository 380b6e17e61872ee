package dev.tunewise.storage.sql;

import dev.tunewise.session.store.SecretStore;
import dev.tunewise.storage.secret.SecretBox;
import dev.tunewise.storage.transaction.Transactions;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Secrets in a database, encrypted before they reach it. */
public record JdbcSecrets(Transactions transactions, SecretBox box) implements SecretStore {
    @Override
    public Optional<String> get(String channel, String workspace, String kind, String name) {
        SecretBox.Label label = new SecretBox.Label(channel, workspace, kind, name);
        return transactions
                .read(handle ->
                        bind(handle.createQuery("""
                                        select document from secrets
                                        where channel = :channel and workspace = :workspace
                                          and kind = :kind and name = :name"""), label).mapTo(String.class).findOne())
                .map(closed -> box.open(label, closed));
    }

    @Override
    public void put(String channel, String workspace, String kind, String name, String document) {
        SecretBox.Label label = new SecretBox.Label(channel, workspace, kind, name);
        String closed = box.seal(label, document);
        transactions.write(handle -> {
            bind(handle.createUpdate("""
                                    insert into secrets (channel, workspace, kind, name, document)
                                    values (:channel, :workspace, :kind, :name, :document)
                                    on conflict (channel, workspace, kind, name)
                                    do update set document = excluded.document"""), label).bind("document", closed).execute();
        });
    }

    @Override
    public void delete(String channel, String workspace, String kind, String name) {
        transactions.write(handle -> {
            bind(handle.createUpdate("""
                                    delete from secrets where channel = :channel and workspace = :workspace
                                    and kind = :kind and name = :name"""), new SecretBox.Label(channel, workspace, kind, name))
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

    private static <S extends SqlStatement<S>> S bind(S statement, SecretBox.Label label) {
        return statement
                .bind("channel", label.channel())
                .bind("workspace", label.workspace())
                .bind("kind", label.kind())
                .bind("name", label.name());
    }
}
