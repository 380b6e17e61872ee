package dev.tunewise.storage.sql;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.storage.transaction.Transactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in a database. */
public record JdbcSettings(Transactions transactions) implements WorkspaceSettings {
    @Override
    public Optional<String> get(String channel, String workspace, String room, String name) {
        return Optional.ofNullable(all(channel, workspace, room).get(name));
    }

    @Override
    public Map<String, String> all(String channel, String workspace, String room) {
        return transactions.read(handle -> handle.createQuery("""
                        select name, content from settings
                        where channel = :channel and workspace = :workspace and room = :room order by name""")
                .bind("channel", channel)
                .bind("workspace", workspace)
                .bind("room", room)
                .reduceResultSet(new LinkedHashMap<>(), (all, row, context) -> {
                    all.put(row.getString("name"), row.getString("content"));
                    return all;
                }));
    }

    @Override
    public List<Address> places(String name) {
        return transactions.list(
                "select channel, workspace, room from settings where name = ?",
                row -> new Address(row.getString("channel"), row.getString("workspace"), row.getString("room"), "", ""),
                name);
    }

    @Override
    public void put(String channel, String workspace, String room, String name, String value) {
        if (value.isEmpty()) {
            transactions.execute(
                    "delete from settings where channel = ? and workspace = ? and room = ? and name = ?",
                    channel,
                    workspace,
                    room,
                    name);
        } else {
            transactions.execute("""
                            insert into settings (channel, workspace, room, name, content) values (?, ?, ?, ?, ?)
                            on conflict (channel, workspace, room, name) do update set content = excluded.content""", channel, workspace, room, name, value);
        }
    }
}
