package dev.tunewise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Lever;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.testing.ReadFlows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The engine knows no flow: outside of the cost model, nothing in Java or in a properties file names a fact, figure, choice or lever of a flow that
 * ships. Names of one plain word are not looked for, since they are words of the language too.
 */
class FlowNeutralityTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("^[^#\\s=:]+");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[_-][a-z0-9]+)+");

    /** The rooms that compute what tuning costs, and their pictures: facts of the case are what they take. */
    private static final Set<String> COST_MODEL = Set.of("cost", "costing", "price", "chart");

    /** What is left; a line leaves the list when the name goes, and none comes in. */
    private static final Set<String> STILL_NAMED = Set.of("app/price/PriceKnowledge.java eval_items");

    @Test
    void nothingOutsideOfTheCostModelNamesWhatAFlowIsAbout() throws IOException {
        Set<String> names = names();
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("src/main/java/dev/tunewise"), Path.of("src/main/resources/dev/tunewise"))) {
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                    Path within = root.relativize(file);
                    if (!COST_MODEL.contains(within.getName(0).toString())) {
                        words(file).filter(names::contains).forEach(name -> found.add(within + " " + name));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(STILL_NAMED), new TreeSet<>(found), "put what a flow is about into its files");
    }

    private static Stream<String> words(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".java")) {
            return Files.readAllLines(file).stream()
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("//"))
                    .flatMap(line -> LITERAL.matcher(line).results().map(found -> found.group(1)));
        }
        return name.endsWith(".properties")
                ? Files.readAllLines(file).stream()
                        .map(KEY::matcher)
                        .filter(Matcher::find)
                        .flatMap(key -> Stream.of(key.group().split("[.]")))
                : Stream.empty();
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Path folder : FlowFolders.at(Path.of("conversation-flows"))) {
            Flow flow = ReadFlows.loaded(folder).flow();
            for (Fact fact : flow.facts()) {
                names.add(fact.id());
                names.addAll(fact.choices());
            }
            flow.figures().stream().map(Figure::id).forEach(names::add);
            flow.levers().stream().map(Lever::id).forEach(names::add);
        }
        names.removeIf(name -> !NAME.matcher(name).matches());
        return names;
    }
}
