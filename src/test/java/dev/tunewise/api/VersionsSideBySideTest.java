package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two versions on one database while one takes over from the other. The version before is played by its statements, which name the columns that it
 * knew, and by the rows that it wrote; a version after this one by what it would add.
 */
final class VersionsSideBySideTest {
    private static final String COSTED = "RgwB0M2Omg0ZCVNyeTU8Fw";
    private static final String CONVERSATIONS =
            "id, flow, channel, workspace, room, thread, details, title, state, verdict, headline, saving,"
                    + " created_at, updated_at, version";
    private static final String ENTRIES = "conversation, position, channel, workspace, event_key, document";
    private static final String POSTS =
            "conversation, sequence, entry, post_key, kept_at, document, state, attempts, not_before, leased_until,"
                    + " reference, reason, settled_at";

    /** All that a version may do to tables that the version before goes on writing to, and filling what it added. */
    private static final Pattern EXPANDS = Pattern.compile("create table .*|create index .*"
            + "|alter table \\w+ add column \\w+ \\w+( not null default .+)?"
            + "|update conversations set log_status = .*"
            // A row without words is searched in its document until they are written again.
            + "|update conversations set words = '' where .*"
            // A function and an index over it, or nothing.
            + "|\\$\\{words_looked_up}");

    @TempDir
    private Path folder;

    @Test
    void noMigrationSinceTheFirstVersionTakesAnythingAway() throws IOException {
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(
                Path.of(System.getProperty("tunewise.home", ".")).resolve("src/main/resources/db/migration"))) {
            for (Path file : files.filter(file -> !file.endsWith("V1__consultations.sql"))
                    .toList()) {
                String text = Files.readString(file)
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining(" "));
                Stream.of(text.split(";"))
                        .map(statement -> statement.strip().replaceAll("\\s+", " "))
                        .filter(statement -> !statement.isEmpty()
                                && !EXPANDS.matcher(statement).matches())
                        .forEach(others::add);
            }
        }
        assertEquals(List.of(), others);
    }

    @Test
    void whatTheVersionBeforeWritesMeanwhileGoesOnHere() throws Exception {
        Path old = folder.resolve("old.db");
        Files.write(old, unpacked());
        Files.write(folder.resolve("tunewise.db"), unpacked());
        try (Service service = Service.start(folder);
                Connection before = open(old);
                Connection beside = open(folder.resolve("tunewise.db"))) {
            copy(before, beside, "conversations", CONVERSATIONS, "id", "id");
            copy(before, beside, "entries", ENTRIES, "conversation", "event_key");
            copy(before, beside, "posts", POSTS, "conversation", "post_key");
            String path = "/api/conversations/" + COSTED + "-beside";
            assertEquals(900, answer(Json.of(service.get(path)), "examples"));
            HttpResponse<String> turn = service.postJson(
                    path + "/events", "{\"key\": \"new-1\", \"fact\": \"calls_per_day\", \"value\": 1200}");
            assertEquals(200, turn.statusCode(), turn.body());
            assertEquals(1200, answer(Json.of(service.get(path)), "calls_per_day"));
            // The columns that the version before reads have what it expects of them in every row.
            for (String table : List.of("conversations", "entries", "posts")) {
                String columns =
                        table.equals("conversations") ? CONVERSATIONS : table.equals("entries") ? ENTRIES : POSTS;
                String empty = Stream.of(columns.replace(", settled_at", "").split(", "))
                        .map(column -> column + " is null")
                        .collect(Collectors.joining(" or "));
                try (Statement statement = beside.createStatement();
                        ResultSet rows = statement.executeQuery("select count(*) from " + table + " where " + empty)) {
                    assertEquals(0, rows.getInt(1), table);
                }
            }
        }
    }

    @Test
    void aNewerVersionThatBeganBesideUsDisturbsNothing() throws Exception {
        String id;
        try (Service service = Service.start(folder)) {
            id = Json.of(service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"It drifts\"}"))
                    .path("id")
                    .asText();
            try (Connection newer = open(folder.resolve("tunewise.db"));
                    Statement statement = newer.createStatement()) {
                for (String table : List.of("conversations", "entries", "posts", "requests")) {
                    statement.executeUpdate("alter table " + table + " add column colour text not null default 'red'");
                }
                statement.executeUpdate(
                        "insert into flyway_schema_history values"
                                + " (999, '999', 'colours', 'SQL', 'V999__colours.sql', 1, 'newer', '2027-01-01 00:00:00.000', 1, 1)");
            }
            goesOn(service, id, "while we run");
        }
        try (Service again = Service.start(folder)) {
            goesOn(again, id, "when we start after it");
        }
    }

    private static void goesOn(Service service, String id, String when) {
        HttpResponse<String> turn = service.postJson(
                "/api/conversations/" + id + "/events",
                "{\"key\": \"" + when + "\", \"text\": \"about 800 examples\"}");
        assertEquals(200, turn.statusCode(), when + ": " + turn.body());
    }

    private static int answer(JsonNode conversation, String fact) {
        for (JsonNode answer : conversation.path("answers")) {
            if (answer.path("fact").asText().equals(fact)) {
                return answer.path("value").intValue();
            }
        }
        return -1;
    }

    /** Writes the rows of one consultation as another one's, with the statement of the version before. */
    private static void copy(Connection from, Connection to, String table, String columns, String id, String other)
            throws SQLException {
        List<String> names = List.of(columns.split(", "));
        String places = names.stream().map(_ -> "?").collect(Collectors.joining(", "));
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery(
                        "select " + columns + " from " + table + " where " + id + " = '" + COSTED + "'");
                PreparedStatement insert =
                        to.prepareStatement("insert into " + table + " (" + columns + ") values (" + places + ")")) {
            while (rows.next()) {
                for (int i : IntStream.range(0, names.size()).toArray()) {
                    boolean own = names.get(i).equals(id) || names.get(i).equals(other);
                    insert.setObject(i + 1, own ? rows.getString(i + 1) + "-beside" : rows.getObject(i + 1));
                }
                insert.executeUpdate();
            }
        }
    }

    private static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
        }
        return connection;
    }

    private static byte[] unpacked() throws IOException {
        try (InputStream file =
                new GZIPInputStream(VersionsSideBySideTest.class.getResourceAsStream("/stored/0.1.0/tunewise.db.gz"))) {
            return file.readAllBytes();
        }
    }
}
