package dev.tunewise.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Commands work on the database of the service, wherever they are typed. */
class DatabaseOptionsTest {
    private final String home = System.getProperty("tunewise.home");

    @Command
    private static final class Any {
        @Mixin
        private DatabaseOptions database;
    }

    @AfterEach
    void backHome() {
        if (home == null) {
            System.clearProperty("tunewise.home");
        } else {
            System.setProperty("tunewise.home", home);
        }
    }

    private static String url(String... arguments) {
        Any any = new Any();
        new CommandLine(any).parseArgs(arguments);
        return any.database.url();
    }

    @Test
    void theFileLiesInTheHomeOfTheService() {
        System.setProperty("tunewise.home", "/srv/tunewise");
        assertEquals("jdbc:sqlite:/srv/tunewise/tunewise.db", url());
    }

    @Test
    void anotherDatabaseIsNamed() {
        assertEquals("jdbc:postgresql://db/tunewise", url("--database", "jdbc:postgresql://db/tunewise"));
    }
}
