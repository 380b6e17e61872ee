package dev.tunewise.load;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.OpenDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.Value;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.storage.Database;
import dev.tunewise.storage.secret.KeySettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills a database with consultations: one is written as the service does it, the others are copies of its rows. */
final class StoredConsultations {
    static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NUMBERS =
            " from %s t, (with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) select i from n) n";

    private StoredConsultations() {}

    static void fill(String url, String user, int count) throws SQLException {
        try (Database database = Database.open(url, user, "", KeySettings.of(KEY))) {
            Address address = new Address("slack", "T1", "C0", "1700000000.1", "");
            database.conversations()
                    .create(
                            new Conversation("c", "fine-tuning", address, NOON, 0, List.of()),
                            new ConversationSummary(
                                    "c",
                                    "fine-tuning",
                                    address,
                                    "drift",
                                    ConversationSummary.State.OPEN,
                                    "",
                                    "",
                                    "",
                                    NOON,
                                    NOON,
                                    OpenDecision.LOGGED),
                            entry(),
                            List.of(new Post(
                                    "card",
                                    new Post.Thread(),
                                    List.of(new Block.Paragraph(Text.plain("Noted: 5,000 a day."))),
                                    "Noted.")));
        }
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update posts set state = 'sent'");
            copy(connection, "conversations", count, List.of("id", "thread"));
            copy(connection, "entries", count, List.of("conversation", "event_key"));
            copy(connection, "posts", count, List.of("conversation"));
            connection.commit();
        }
    }

    /** Copies the one row of a table, with a number behind these columns. */
    private static void copy(Connection connection, String table, int count, List<String> numbered)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, table, "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                if (table.equals("posts") && column.equals("id")) {
                    continue;
                }
                columns.add(column);
                values.add(numbered.contains(column) ? "t." + column + " || n.i" : "t." + column);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + String.join(", ", values) + NUMBERS.formatted(table, count));
        }
    }

    private static Entry entry() {
        return new Entry(
                "k",
                new Author("U1", "Ada"),
                NOON,
                "",
                new UserInput.Said("about 5000 calls a day"),
                List.of(new Change.Answered("calls_per_day", Value.Quantity.of(5000), "5000 calls a day")));
    }
}
