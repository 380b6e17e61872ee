package dev.tunewise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md, README.md and the decisions name is there: a tour past houses that are gone helps nobody. */
class ContributingTest {
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+|Inbox|Consultant)`");
    private static final Pattern PATH =
            Pattern.compile("[`(]((?:src|conversation-flows|deploy|\\.github)/[A-Za-z0-9_./-]*)[`)]");

    @Test
    void everyClassOnTheTourExists() throws IOException {
        String tour = Files.readString(Path.of("CONTRIBUTING.md"));
        tour = tour.substring(tour.indexOf("### A tour"), tour.indexOf("### Rooms"));
        Set<String> named = found(CLASS, tour);
        assertTrue(named.size() >= 20, () -> "The tour names only " + named);
        Set<String> there = sources();
        assertEquals(Set.of(), missing(named, there), "CONTRIBUTING.md names classes that are not there");
    }

    @Test
    void everyPathThatIsNamedExists() throws IOException {
        for (String page :
                List.of("CONTRIBUTING.md", "README.md", ".github/docs/decisions.md", "conversation-flows/README.md")) {
            Set<String> gone = new TreeSet<>();
            for (String path : found(PATH, Files.readString(Path.of(page)))) {
                if (!Files.exists(Path.of(path))) {
                    gone.add(path);
                }
            }
            assertEquals(Set.of(), gone, page + " names paths that are not there");
        }
    }

    @Test
    void theTableOfRoomsNamesEveryRoom() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        Set<String> rooms = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/tunewise"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> rooms.add(folder.getFileName().toString()));
        }
        rooms.removeIf(room -> page.contains("`" + room + "`"));
        assertEquals(Set.of(), rooms, "CONTRIBUTING.md does not say what these packages are for");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(Set<String> named, Set<String> there) {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toSet());
        }
    }
}
