package dev.tunewise.flowfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flow.Flow;
import dev.tunewise.testing.FlowEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowReloaderTest {
    @TempDir
    Path root;

    private final List<String> told = new ArrayList<>();
    private Path folder;
    private FlowReloader shelf;
    private long edits;

    @BeforeEach
    void fillTheShelf() throws IOException {
        folder = root.resolve("backup-plan");
        for (var file : FlowEdits.files("").texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        shelf = new FlowReloader(List.of(root), new FlowLoader()::load, new FlowReloader.Listener() {
            @Override
            public void taken(FlowLoadResult.Loaded loaded) {
                told.add("taken " + loaded.flow().id());
            }

            @Override
            public void refused(Path refused, List<Problem> problems, boolean keepsOld) {
                told.add("refused " + refused.getFileName() + " "
                        + problems.getFirst().code() + (keepsOld ? ", old one stays" : ""));
            }
        });
        assertEquals(List.of(), shelf.refresh());
    }

    /** Changes a file so that its time differs, whatever the clock of the file system can tell apart. */
    private void edit(String path, String from, String to) throws IOException {
        Path file = folder.resolve(path);
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replace(from, to));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++edits)));
    }

    @Test
    void servesTheFlowsOfAFolderOfFolders() {
        assertEquals(List.of("taken backup-plan"), told);
        assertEquals(1, shelf.all().size());
        assertEquals(
                "backup-plan", shelf.flow("backup-plan").orElseThrow().flow().id());
        assertTrue(shelf.flow("another").isEmpty());
        assertTrue(new FlowLoader().load(folder) instanceof FlowLoadResult.Loaded read
                && read.origins().at("max_questions").isPresent());
        assertTrue(shelf.flow("backup-plan")
                .orElseThrow()
                .origins()
                .at("max_questions")
                .isEmpty());
    }

    @Test
    void leavesFilesAloneThatDidNotChange() {
        Flow before = shelf.flow("backup-plan").orElseThrow().flow();
        assertEquals(List.of(), shelf.refresh());
        assertSame(before, shelf.flow("backup-plan").orElseThrow().flow());
        assertEquals(List.of("taken backup-plan"), told);
    }

    @Test
    void takesUpABetterFileAndKeepsTheOldOneForTheRecord() throws IOException {
        Flow before = shelf.flow("backup-plan").orElseThrow().flow();
        edit("flow.yaml", "gigabytes < 100\"", "gigabytes < 200\"");
        shelf.refresh();
        Flow after = shelf.flow("backup-plan").orElseThrow().flow();
        assertNotEquals(before.fingerprint(), after.fingerprint());
        assertEquals(List.of("taken backup-plan", "taken backup-plan"), told);
    }

    @Test
    void refusesAWorseFileAndKeepsServingTheOldOne() throws IOException {
        Flow before = shelf.flow("backup-plan").orElseThrow().flow();
        edit("flow.yaml", "gigabytes == 0", "gigabites == 0");
        assertEquals("unknown-fact", shelf.refresh().getFirst().code());
        assertSame(before, shelf.flow("backup-plan").orElseThrow().flow());
        assertEquals(List.of("taken backup-plan", "refused backup-plan unknown-fact, old one stays"), told);
        assertEquals(List.of(), shelf.refresh(), "says it once, until the file changes again");
        edit("flow.yaml", "gigabites == 0", "gigabytes == 1");
        assertEquals(List.of(), shelf.refresh());
        assertEquals("taken backup-plan", told.getLast());
    }

    @Test
    void keepsServingAFlowWhoseFolderVanished() throws IOException {
        Files.delete(folder.resolve("flow.yaml"));
        assertEquals("missing-file", shelf.refresh().getFirst().code());
        assertTrue(shelf.flow("backup-plan").isPresent());
    }

    @Test
    void takesUpAFlowThatAppears() throws IOException {
        Path other = root.resolve("other-plan");
        for (var file : FlowEdits.files("@flow.yaml\n-flow: backup-plan\n+flow: other-plan")
                .texts()
                .entrySet()) {
            Path path = other.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        shelf.refresh();
        assertEquals(
                List.of("backup-plan", "other-plan"),
                shelf.all().stream().map(loaded -> loaded.flow().id()).toList());
    }

    @Test
    void aChangedStoryIsTakenUpWithoutTellingAnybody() throws IOException {
        edit("stories/plans.yaml", "a folder of scratch files", "a folder of scratch");
        shelf.refresh();
        assertEquals(
                "a folder of scratch",
                shelf.flow("backup-plan").orElseThrow().stories().getFirst().name());
        assertEquals(List.of("taken backup-plan"), told);
    }

    @Test
    void refusesTheSecondFolderOfAName() {
        FlowReloader two = new FlowReloader(
                List.of(root, FlowEdits.BACKUP_PLAN), new FlowLoader()::load, new FlowReloader.Listener() {
                    @Override
                    public void taken(FlowLoadResult.Loaded loaded) {}

                    @Override
                    public void refused(Path refused, List<Problem> problems, boolean keepsOld) {}
                });
        assertEquals(
                List.of("duplicate-flow"),
                two.refresh().stream().map(Problem::code).toList());
        assertEquals(List.of(), two.refresh());
        assertEquals(1, two.all().size());
    }

    @Test
    void saysWhenThereIsNothing() {
        FlowReloader empty =
                new FlowReloader(List.of(root.resolve("nowhere")), new FlowLoader()::load, new FlowReloader.Listener() {
                    @Override
                    public void taken(FlowLoadResult.Loaded loaded) {}

                    @Override
                    public void refused(Path refused, List<Problem> problems, boolean keepsOld) {}
                });
        assertEquals("unreadable", empty.refresh().getFirst().code());
    }
}
