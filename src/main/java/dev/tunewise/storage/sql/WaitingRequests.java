package dev.tunewise.storage.sql;

import dev.tunewise.session.store.Erasure;
import dev.tunewise.storage.document.DocumentCodec;
import dev.tunewise.storage.document.StorageException;
import dev.tunewise.storage.transaction.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Requests that nobody works on, because they failed or wait: what people wrote stands in them too. */
record WaitingRequests(Transactions transactions, DocumentCodec documents) {
    /** Deletes those that what is forgotten may stand in. */
    void forget(Erasure which) {
        switch (which) {
            case Erasure.OfWorkspace(String channel, String workspace) -> delete(channel, workspace, _ -> true);
            case Erasure.OfPerson(String channel, String workspace, String person) ->
                naming(channel, workspace, person);
            case Erasure.OfRoom(String channel, String workspace, String room) -> naming(channel, workspace, room);
            case Erasure.OfPart(String channel, String workspace, String part) -> naming(channel, workspace, part);
            case Erasure.OfThread(String conversation) -> ofThread(conversation);
            case Erasure.Unchanged(String channel, String workspace, String _, Instant before) ->
                transactions.execute(
                        "delete from requests where channel = ? and workspace = ? and aside = 1 and arrived_at < ?",
                        channel,
                        workspace,
                        before.toEpochMilli());
            // It is followed in the order of its thread, so what it was about is processed before.
            case Erasure.OfMessage _ -> {}
        }
    }

    private void ofThread(String conversation) {
        transactions
                .find(
                        "select " + SharedColumns.ADDRESS + " from conversations c where c.id = ?",
                        SharedColumns::address,
                        conversation)
                .filter(address -> !address.thread().isEmpty())
                .ifPresent(address -> delete(
                        address.channel(),
                        address.workspace(),
                        text -> text.contains(address.room()) && text.contains(address.thread())));
    }

    private void naming(String channel, String workspace, String id) {
        delete(channel, workspace, text -> text.contains(id));
    }

    private void delete(String channel, String workspace, Predicate<String> which) {
        List<Map.Entry<Long, String>> waiting = transactions.list(
                "select id, document from requests where channel = ? and workspace = ? and owner = ''",
                row -> Map.entry(row.getLong("id"), row.getString("document")),
                channel,
                workspace);
        List<Long> gone = waiting.stream()
                .filter(row -> which.test(text(row.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        if (!gone.isEmpty()) {
            transactions.write(handle -> {
                handle.createUpdate("delete from requests where id in (<ids>) and owner = ''")
                        .bindList("ids", gone)
                        .execute();
            });
        }
    }

    private String text(String document) {
        try {
            return documents.open(document);
        } catch (StorageException keyMissing) {
            return "";
        }
    }
}
