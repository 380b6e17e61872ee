package dev.tunewise.storage.sql;

import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.ErasureStore;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Forgets in a database. SQLite overwrites what is deleted (`secure_delete`), and its log is emptied at once. */
public record JdbcErasure(Transactions transactions, DocumentCodec documents) implements ErasureStore {
    private static final int AT_ONCE = 500;
    private static final String OF_WORKSPACE = "c.channel = :channel and c.workspace = :workspace";
    private static final String OF_PART = "substr(c.details, length(c.details) - length(:part)) = ' ' || :part";

    @Override
    public List<String> purge(String channel, String workspace) {
        List<String> gone = select(new Erasure.OfWorkspace(channel, workspace));
        transactions.write(handle -> {
            for (String table : List.of("conversations", "settings", "secrets", "requests")) {
                handle.createUpdate("delete from <table> where channel = :channel and workspace = :workspace")
                        .define("table", table)
                        .bind("channel", channel)
                        .bind("workspace", workspace)
                        .execute();
            }
        });
        transactions.emptyLog();
        return gone;
    }

    @Override
    public List<String> forget(Erasure which, Instant now) {
        List<String> changed = new ArrayList<>();
        new WaitingRequests(transactions, documents).forget(which);
        Redactions redactions = new Redactions(transactions, documents);
        switch (which) {
            case Erasure.OfPerson(String channel, String workspace, String person) -> {
                List<String> whole = new ArrayList<>();
                for (String id : select(new Erasure.OfWorkspace(channel, workspace))) {
                    switch (redactions.ofPerson(id, person, workspace.equals("local"))) {
                        case ALONE -> whole.add(id);
                        case AMONG_OTHERS -> changed.add(id);
                        case ABSENT -> {}
                    }
                }
                delete(whole, now);
                changed.addAll(whole);
            }
            case Erasure.OfMessage(String conversation, String message, String text) -> {
                if (redactions.ofMessage(conversation, message, text, now)) {
                    changed.add(conversation);
                }
            }
            default -> {
                changed.addAll(select(which));
                unset(which, changed);
                delete(changed, now);
            }
        }
        transactions.emptyLog();
        return changed;
    }

    private List<String> select(Erasure which) {
        return transactions.read(handle -> {
            Query query = handle.createQuery("select c.id from conversations c where " + condition(which))
                    .bindMethods(which);
            if (which instanceof Erasure.Unchanged unchanged) {
                query.bind("until", unchanged.before().toEpochMilli());
            }
            return query.mapTo(String.class).list();
        });
    }

    private static String condition(Erasure which) {
        return switch (which) {
            case Erasure.OfThread _ -> "c.id = :conversation";
            case Erasure.OfWorkspace _ -> OF_WORKSPACE;
            case Erasure.OfRoom _ -> OF_WORKSPACE + " and c.room = :room";
            case Erasure.OfPart _ -> OF_WORKSPACE + " and " + OF_PART;
            case Erasure.Unchanged _ -> OF_WORKSPACE + " and c.updated_at < :until and (:part = '' or " + OF_PART + ")";
            case Erasure.OfPerson _, Erasure.OfMessage _ ->
                throw new IllegalArgumentException("People and messages are found by what they said");
        };
    }

    /** What was set for a room or a part goes with it. */
    private void unset(Erasure which, List<String> ids) {
        switch (which) {
            case Erasure.OfRoom(String channel, String workspace, String room) -> unset(channel, workspace, room);
            case Erasure.OfPart(String channel, String workspace, String part) -> {
                unset(channel, workspace, "*" + part);
                unset(channel, workspace, part);
                rooms(ids).forEach(room -> unset(channel, workspace, room));
            }
            default -> {}
        }
    }

    private List<String> rooms(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : transactions.read(
                        handle -> handle.createQuery("select distinct room from conversations where id in (<ids>)")
                                .bindList("ids", ids)
                                .mapTo(String.class)
                                .list());
    }

    private void unset(String channel, String workspace, String room) {
        transactions.execute(
                "delete from settings where channel = ? and workspace = ? and room = ?", channel, workspace, room);
    }

    private void delete(List<String> ids, Instant now) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            transactions.write(handle -> {
                long day = now.truncatedTo(ChronoUnit.DAYS).toEpochMilli();
                handle.createUpdate("""
                                insert into statistics (channel, workspace, flow, state, verdict, saving,
                                    opened_on, changed_on, forgotten_on)
                                select channel, workspace, flow, state, verdict, saving,
                                    created_at - created_at % 86400000, updated_at - updated_at % 86400000, :day
                                from conversations where id in (<ids>)""").bindList("ids", some).bind("day", day).execute();
                handle.createUpdate("delete from conversations where id in (<ids>)")
                        .bindList("ids", some)
                        .execute();
            });
        }
    }
}
