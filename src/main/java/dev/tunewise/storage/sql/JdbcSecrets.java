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
                .find(
                        "select document from secrets where channel = ? and workspace = ? and kind = ? and name = ?",
                        row -> row.getString("document"),
                        channel,
                        workspace,
                        kind,
                        name)
                .map(closed -> box.open(label, closed));
    }

    @Override
    public void put(String channel, String workspace, String kind, String name, String document) {
        SecretBox.Label label = new SecretBox.Label(channel, workspace, kind, name);
        String closed = box.seal(label, document);
        transactions.execute("""
                        insert into secrets (channel, workspace, kind, name, document) values (?, ?, ?, ?, ?)
                        on conflict (channel, workspace, kind, name) do update set document = excluded.document""", channel, workspace, kind, name, closed);
    }

    @Override
    public void delete(String channel, String workspace, String kind, String name) {
        transactions.execute(
                "delete from secrets where channel = ? and workspace = ? and kind = ? and name = ?",
                channel,
                workspace,
                kind,
                name);
    }

    @Override
    public List<Name> names(String channel, String kind) {
        return transactions.list(
                "select workspace, name from secrets where channel = ? and kind = ? order by workspace, name",
                row -> new Name(row.getString("workspace"), row.getString("name")),
                channel,
                kind);
    }
}
