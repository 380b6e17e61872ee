package dev.tunewise.reading.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Posts with their questions and the kinds that answer them; the form of the files is explained at the top of the first. */
final class AskedPosts {
    private static final Path FOLDER = Path.of("src/test/resources/reading/asked");
    private static final Path FRESH = Path.of("src/test/resources/reading/asked-fresh");

    private final Map<String, List<String>> shorthands = new HashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private String file = "";
    private String name = "";
    private String text = "";
    private final List<Question> questions = new ArrayList<>();

    /** `file`: as in {@link #FOLDER}, without its ending; `open`: whoever mends may look at it. */
    record Post(String file, String name, String text, boolean open, List<Question> questions) {}

    /** `place`: where its words stand in the post. */
    record Question(String words, int place, Set<String> exact, Set<String> too) {}

    static List<Post> all() throws IOException {
        AskedPosts read = new AskedPosts();
        try (Stream<Path> posts = Files.list(FOLDER);
                Stream<Path> fresh = Files.list(FRESH)) {
            for (Path file : Stream.concat(posts.sorted(), fresh.sorted()).toList()) {
                read.end();
                read.file = file.getFileName().toString().replace(".txt", "");
                Files.readAllLines(file).forEach(read::line);
            }
        }
        read.end();
        return read.posts;
    }

    private void line(String line) {
        if (line.startsWith("@")) {
            shorthands.put(line.substring(0, line.indexOf(' ')), words(line.substring(line.indexOf('=') + 1)));
        } else if (line.startsWith("== ")) {
            end();
            name = line.substring(3);
        } else if (line.startsWith("? ")) {
            String[] parts = line.substring(2).split(" [>|]", -1);
            int place = text.indexOf(parts[0]);
            if (place < 0) {
                throw new IllegalArgumentException("`" + parts[0] + "` is not in " + name);
            }
            questions.add(new Question(parts[0], place, kinds(parts[1]), kinds(parts[2])));
        } else if (!line.startsWith("#")) {
            text += line;
        }
    }

    private void end() {
        if (!questions.isEmpty()) {
            boolean open = file.endsWith("open") || posts.size() % 3 == 0 && !file.endsWith("held");
            posts.add(new Post(file, name, text, open, List.copyOf(questions)));
        }
        questions.clear();
        text = "";
    }

    private Set<String> kinds(String listed) {
        Set<String> kinds = new LinkedHashSet<>();
        words(listed).forEach(word -> kinds.addAll(shorthands.getOrDefault(word, List.of(word))));
        return kinds;
    }

    private static List<String> words(String listed) {
        return Stream.of(listed.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
