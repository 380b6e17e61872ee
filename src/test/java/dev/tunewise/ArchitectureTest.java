package dev.tunewise;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rooms of the house, see CONTRIBUTING.md. One Maven module gives no walls between packages, so this test is the
 * walls: a package may use those above it in {@link #ROOMS}, the JDK and the libraries in its line, nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String BASE = "dev.tunewise.";

    private static final List<Room> ROOMS = List.of(
            room("diagnostics"),
            room("money"),
            // CEL hands out Guava's lists.
            room("condition", "dev.cel.", "com.google.common.collect."),
            room("flow"),
            room("flowfile", "org.snakeyaml.engine."),
            room("price", "com.fasterxml.jackson."),
            room("reading"),
            room("encoder", "ai.onnxruntime.", "com.fasterxml.jackson.core."),
            room("cost", "org.apache.commons.statistics.", "org.apache.commons.rng.", "com.knuddels.jtokkit."),
            room("chart", "org.knowm.xchart.", "de.erichseifert.vectorgraphics2d."),
            room("chat"),
            room("advice"),
            room("costing"),
            room("conversation"),
            room("session"),
            room("access", "com.fasterxml.jackson."),
            room("record", "com.fasterxml.jackson.", "org.slf4j."),
            room(
                    "storage",
                    "org.jdbi.",
                    "org.flywaydb.",
                    "com.fasterxml.jackson.",
                    "com.zaxxer.hikari.",
                    "com.google.crypto.tink.",
                    "com.github.benmanes.caffeine.",
                    "org.sqlite.",
                    "org.postgresql.",
                    "org.slf4j."),
            room("proposal", "com.fasterxml.jackson.", "org.slf4j."),
            room("channel", "jakarta.inject.", "com.github.benmanes.caffeine.", "com.fasterxml.jackson.", "org.slf4j."),
            adapter("slack"),
            adapter("teams"),
            adapter("web"),
            adapter("terminal"),
            adapter("api"),
            adapter("app"));

    /** The sub-rooms of a room, ground floor first: each may use those before it. A dot is the room's own package. */
    private static final Map<String, List<String>> SUB_ROOMS = Map.ofEntries(
            floors("advice", "result", "document", "evaluation", "answer", "counterfactual", "explanation", "."),
            floors("api", "cost", "problem", "request", "flow", "advice", "consultation", "."),
            floors("app", "startup", "storage", "price", "signin", "flow", "http", "encoder", ".", "session"),
            floors("condition", ".", "syntax", "evaluation", "type", "compiler"),
            floors(
                    "conversation",
                    "state",
                    "step",
                    "wording",
                    "form",
                    "figure",
                    "answer",
                    "understanding",
                    "card",
                    "followup",
                    "scenario",
                    "leaning",
                    "dialogue",
                    "turn",
                    "."),
            floors("cost", ".", "formula", "statistics", "parameter", "workload", "option", "simulation", "estimate"),
            floors("diagnostics", ".", "log"),
            floors("flow", "anchor", ".", "format", "prior", "interview", "forecast", "story", "walk"),
            floors("flowfile", "yaml", "definition", "."),
            floors("price", "file", "offer", "figure", "name", "catalogue", "reader", "update", ".", "table"),
            floors(
                    "reading",
                    "result",
                    "text",
                    "name",
                    "number",
                    "pattern",
                    "encoder",
                    "cue",
                    "intent",
                    "resolution",
                    "reader",
                    "."),
            floors(
                    "session",
                    "lease",
                    "inbox",
                    "store",
                    "quota",
                    "settings",
                    "outbox",
                    "turn",
                    "log",
                    "digest",
                    "command",
                    "."),
            floors(
                    "slack", "block", "client", "decode", "click", "receive", "render", "deliver", "install", "handle",
                    "."),
            floors("storage", "document", "secret", "transaction", "sql", "."),
            floors("teams", "registration", "render", "client", "deliver", "handle", "receive", "."),
            floors("web", "form", "visitor", "thread", "page", "."));

    private static final Set<String> TOP_LEVEL = Set.of(
            "src",
            "conversation-flows",
            "deploy",
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "LICENSE",
            "pom.xml",
            "mvnw",
            "mvnw.cmd",
            ".mvn",
            ".ci",
            ".git",
            ".github",
            ".gitignore",
            ".gitattributes",
            ".editorconfig");

    /** Lines of a file, its imports and comments counted. */
    private static final int FILE_LINES = 250;

    /** Files of a package, its package-info not counted. */
    private static final int PACKAGE_FILES = 20;

    private static final Path SOURCES = Path.of("src/main/java/dev/tunewise");

    /** Adapters never see one another; only {@code app} sees them all. */
    private static final Set<String> ADAPTERS = Set.of("slack", "teams", "web", "terminal", "api");

    /** Rooms with no clock, network, database or chance of their own. */
    private static final String[] PURE = {
        BASE + "diagnostics..", BASE + "money..", BASE + "condition..", BASE + "flow..", BASE + "reading..",
        BASE + "cost..", BASE + "chat..", BASE + "advice..", BASE + "conversation..", BASE + "session.."
    };

    private static final List<String> EVERYWHERE =
            List.of("java.", "javax.", "org.jspecify.annotations.", "com.google.errorprone.annotations.");

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isOfTheHouse)
            .importPackages("dev.tunewise");

    @Test
    void eachPackageUsesOnlyThoseAboveItAndItsOwnLibraries() {
        classes().should(stayInTheirRoom()).check(house);
    }

    @Test
    void subRoomsUseOnlyThoseBelowThem() {
        List<String> faults = new ArrayList<>();
        for (JavaClass origin : house) {
            Room room = roomOf(origin);
            if (room == null) {
                continue;
            }
            int floor = floorOf(room, origin);
            if (floor < 0) {
                faults.add(origin.getPackageName() + " has no place among the sub-rooms of " + room.name()
                        + ": give it one in SUB_ROOMS");
                continue;
            }
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (room.equals(roomOf(target)) && floorOf(room, target) > floor) {
                    faults.add(dependency.getDescription());
                }
            }
        }
        assertEquals(List.of(), faults.stream().distinct().sorted().toList());
    }

    @Test
    void filesAndPackagesStaySmall() throws IOException {
        Map<Path, List<Path>> files =
                sources().collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
        List<String> faults = new ArrayList<>();
        for (var entry : files.entrySet()) {
            if (entry.getValue().size() > PACKAGE_FILES) {
                faults.add(entry.getKey() + " has " + entry.getValue().size() + " files, at most " + PACKAGE_FILES);
            }
            for (Path file : entry.getValue()) {
                int lines = Files.readAllLines(file).size();
                if (lines > FILE_LINES) {
                    faults.add(file + " has " + lines + " lines, at most " + FILE_LINES + ": split it by its ideas");
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyClassNameStandsOnce() throws IOException {
        Map<String, List<Path>> byName = sources()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
        byName.values().removeIf(files -> files.size() == 1);
        assertEquals(Map.of(), byName, "one name, one class: rename all but one");
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> tree = Files.walk(SOURCES)) {
            return tree
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.getFileName().toString().equals("package-info.java"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Where a class stands in its room; rooms of one package have one floor. */
    private static int floorOf(Room room, JavaClass type) {
        List<String> floors = SUB_ROOMS.get(room.name());
        String within = type.getPackageName().substring((BASE + room.name()).length());
        return floors == null
                ? (within.isEmpty() ? 0 : -1)
                : floors.indexOf(within.isEmpty() ? "." : within.substring(1));
    }

    private static Map.Entry<String, List<String>> floors(String room, String... subRooms) {
        return Map.entry(room, List.of(subRooms));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + "(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void everyPackageSaysItsJobAndIsNullMarked() {
        house.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(room -> assertTrue(
                        room.tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false),
                        () -> room.getName() + " needs a package-info.java with @NullMarked and two sentences"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("io.micronaut.context.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("io.micronaut.context.annotation.Property")
                .check(house);
    }

    @Test
    void nothingStaticChanges() {
        fields().that(describe(
                        "are static",
                        field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(beConstant())
                .check(house);
    }

    /** What is at the top besides, a person's own files apart, is there by accident: an empty file once came from a slipped redirection. */
    @Test
    void theTopLevelHoldsOnlyWhatThePlanNames() throws IOException {
        List<PathMatcher> ignored = Files.readAllLines(Path.of(".gitignore")).stream()
                .map(line -> line.replaceAll("^/|/$", ""))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line))
                .toList();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            assertEquals(
                    List.of(),
                    top.map(Path::getFileName)
                            .filter(name -> !TOP_LEVEL.contains(name.toString()))
                            .filter(name -> ignored.stream().noneMatch(pattern -> pattern.matches(name)))
                            .toList());
        }
    }

    @Test
    void whatHasOnlyStaticMembersIsNeverMade() {
        noClasses()
                .should()
                .callConstructorWhere(describe("makes one of a class with nothing but static members", call -> {
                    JavaClass made = call.getTargetOwner();
                    return made.getPackageName().startsWith("dev.tunewise")
                            && !call.getOriginOwner().equals(made)
                            && made.getRawInterfaces().isEmpty()
                            && made.getRawSuperclass()
                                    .filter(above -> above.isEquivalentTo(Object.class))
                                    .isPresent()
                            && !made.getMethods().isEmpty()
                            && Stream.concat(made.getMethods().stream(), made.getFields().stream())
                                    .allMatch(member -> member.getModifiers().contains(JavaModifier.STATIC));
                }))
                .check(house);
    }

    @Test
    void onlyTheAppKnowsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "app..")
                .should()
                .callCodeUnitWhere(asksTheTime())
                .check(house);
    }

    @Test
    void theCoreHasNoNetworkDatabaseOrChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .orShould()
                .callCodeUnitWhere(rollsDice())
                .check(house);
    }

    private static ArchCondition<JavaClass> stayInTheirRoom() {
        return new ArchCondition<>("use only the packages above theirs and the libraries of their own line") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                Room room = roomOf(origin);
                if (room == null) {
                    events.add(SimpleConditionEvent.violated(
                            origin, origin.getName() + " is in no room: give its package a line in ROOMS"));
                    return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!room.mayUse(target)) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaField> beConstant() {
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL)
                        && MUTABLE.stream().noneMatch(field.getRawType()::isAssignableTo);
                if (!constant) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and can change"));
                }
            }
        };
    }

    private static final List<Class<?>> MUTABLE = List.of(
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            AtomicReference.class,
            java.util.HashMap.class,
            java.util.ArrayList.class,
            java.util.HashSet.class,
            java.util.concurrent.ConcurrentMap.class,
            ThreadLocal.class,
            StringBuilder.class);

    private static DescribedPredicate<JavaCall<?>> asksTheTime() {
        return describe("asks for the present time", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.")
                    && target.getName().equals("now")
                    && target.getRawParameterTypes().isEmpty();
            boolean systemClock =
                    owner.equals("java.time.Clock") && target.getName().startsWith("system");
            boolean millis =
                    owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            return now || systemClock || millis;
        });
    }

    private static DescribedPredicate<JavaCall<?>> rollsDice() {
        Map<String, Set<String>> dice = Map.of(
                "java.lang.Math",
                Set.of("random"),
                "java.util.UUID",
                Set.of("randomUUID"),
                RandomGenerator.class.getName(),
                Set.of("getDefault"));
        return describe("rolls dice", call -> {
            CodeUnitCallTarget target = call.getTarget();
            boolean unseeded = target.getName().equals("<init>")
                    && target.getOwner().isAssignableTo(java.util.Random.class)
                    && target.getRawParameterTypes().isEmpty();
            return unseeded
                    || dice.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
        });
    }

    private static boolean isOfTheHouse(Location location) {
        // The annotation processors put a dollar sign in front of what they write. Tests may reach across the rooms.
        return !location.contains("/$") && !location.contains("/test-classes/");
    }

    private static Room roomOf(JavaClass type) {
        return ROOMS.stream().filter(room -> room.holds(type)).findFirst().orElse(null);
    }

    private static Room room(String name, String... libraries) {
        return new Room(name, List.of(libraries));
    }

    /** A room whose libraries are its own affair. */
    private static Room adapter(String name) {
        return new Room(name, List.of(""));
    }

    private record Room(String name, Collection<String> libraries) {

        boolean holds(JavaClass type) {
            return (type.getPackageName() + ".").startsWith(BASE + name + ".");
        }

        boolean mayUse(JavaClass target) {
            if (target.isPrimitive()) {
                return true;
            }
            if (!target.getName().startsWith(BASE)) {
                return begins(target, EVERYWHERE) || begins(target, libraries);
            }
            Room other = roomOf(target);
            boolean neighbours = ADAPTERS.contains(name) && other != null && ADAPTERS.contains(other.name);
            return other != null && ROOMS.indexOf(other) <= ROOMS.indexOf(this) && (other.equals(this) || !neighbours);
        }

        private static boolean begins(JavaClass target, Collection<String> prefixes) {
            return prefixes.stream().anyMatch(target.getName()::startsWith);
        }
    }
}
