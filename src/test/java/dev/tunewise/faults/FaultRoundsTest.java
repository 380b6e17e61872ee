package dev.tunewise.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.slack.fake.FakeSlack;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.testing.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real processes on one PostgreSQL while people write in Slack and Teams: processes are killed, ended and paused, the database stops, and
 * both platforms delay, repeat, refuse and lose. Afterwards an independent check reads the database and what the platforms received. It takes
 * some seconds a round, because real processes start; so courses of rounds run side by side, each with a database, platforms and ports of its
 * own. `-Dfaults=200` makes it long, in courses of twenty rounds that serve the shipped flow, and `-Dfaults.seed=N` gives other courses,
 * and `-Dfaults.logs=FOLDER` keeps what they wrote. Its limits of time are wide, so that a machine with other work does not fail it.
 */
@Timeout(36_000)
class FaultRoundsTest {
    private static final int ROUNDS = Integer.getInteger("faults", 5);
    private static final int MOST_IN_A_COURSE = 20;
    private static final int SIDE_BY_SIDE = 2;
    private static final long SEED = Long.getLong("faults.seed", 20_261_127);

    @TempDir
    Path folder;

    /** Starts are most of what this test costs, so the first one is kept for all. */
    private void rehearse(boolean smallFlow) throws Exception {
        try (FakeSlack slack = new FakeSlack(InstantSource.system());
                FakeTeams teams = new FakeTeams(InstantSource.system());
                RestartablePostgres postgres =
                        new RestartablePostgres(folder.resolve("rehearsal"), ServiceProcess.freePort())) {
            slack.member("U1", "Person 1");
            String url = postgres.database("rehearsal");
            ServiceProcess.rehearse(FaultCourse.settings(slack, teams, url, smallFlow), service -> {
                Replicas alone = new Replicas(service);
                new SlackCrowd(slack, alone, new Acknowledged()).open("U1", new Random(1));
                new TeamsCrowd(teams, alone, new Acknowledged()).open("29:p1", new Random(1));
                FaultCourse.until(() -> !slack.workspace().messages().isEmpty());
            });
        }
    }

    @Test
    void nothingIsLostDoubledOrTurnedAround() throws Exception {
        boolean isShort = ROUNDS <= MOST_IN_A_COURSE;
        rehearse(isShort);
        int courses = isShort ? SIDE_BY_SIDE : (ROUNDS + MOST_IN_A_COURSE - 1) / MOST_IN_A_COURSE;
        Path logs = Path.of(System.getProperty("faults.logs", folder.toString()));
        List<FaultCourse.Fault> deck = FaultCourse.Fault.deck(ROUNDS, new Random(SEED));
        List<String> broken = new ArrayList<>();
        try (ExecutorService lanes = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int i = 0; i < courses; i++) {
                Path own = Files.createDirectories(logs.resolve("course-" + (SEED + i)));
                List<FaultCourse.Fault> share = deck.subList(ROUNDS * i / courses, ROUNDS * (i + 1) / courses);
                running.add(lanes.submit(new FaultCourse(SEED + i, share, isShort, own)));
            }
            for (Future<List<String>> course : running) {
                broken.addAll(course.get());
            }
        }
        assertEquals("", String.join("\n", broken));
    }
}
