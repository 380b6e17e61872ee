package dev.tunewise.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Virtual teams over the signed Slack door and over the web pages against our service, and against the smallest Bolt app by the same generator in
 * the same run (`npm install` in src/bench/bolt first). It prints two rows for each, as fast as it goes and at half that pace: turns a second with
 * durable commit, acknowledgement and visible reply at p50 / p99 / p99.9 in milliseconds, processor time a turn, resident memory, turns that were
 * not answered.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class TeamLoadBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("load.warm-up", 10));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("load.seconds", 10));

    /** What is driven. */
    @Param
    public Course course;

    /** How many teams at once. */
    @Param("32")
    public int teams;

    private SlackSink slack;
    private LoadedApp driven;
    private EmbeddedPostgres postgres;

    /** What is driven: by which door, on which database, how many replicas, with how many consultations stored. */
    public enum Course {
        BOLT(false, 1, 0),
        SQLITE(false, 1, 1_000),
        SQLITE_100K(false, 1, 100_000),
        POSTGRESQL(true, 1, 1_000),
        POSTGRESQL_100K(true, 1, 100_000),
        POSTGRESQL_2_REPLICAS(true, 2, 1_000),
        WEB_SQLITE(false, 1, 1_000),
        WEB_POSTGRESQL(true, 1, 1_000);

        private final boolean postgres;
        private final int replicas;
        private final int stored;

        Course(boolean postgres, int replicas, int stored) {
            this.postgres = postgres;
            this.replicas = replicas;
            this.stored = stored;
        }

        private boolean web() {
            return name().startsWith("WEB");
        }
    }

    @Setup(Level.Trial)
    public void start() throws Exception {
        slack = new SlackSink();
        Path folder = Files.createTempDirectory("tunewise-load");
        if (course == Course.BOLT) {
            driven = LoadedApp.bolt(slack, Path.of(System.getProperty("load.bolt", "src/bench/bolt")));
            return;
        }
        String url = "jdbc:sqlite:" + folder.resolve("tunewise.db");
        if (course.postgres) {
            postgres = EmbeddedPostgres.builder().start();
            url = postgres.getJdbcUrl("postgres", "postgres");
        }
        StoredConsultations.fill(url, "postgres", course.stored);
        Map<String, String> database = Map.of("tunewise.database.url", url, "tunewise.database.user", "postgres");
        driven = course.web()
                ? LoadedApp.web(folder, database, course.replicas)
                : LoadedApp.slack(slack, folder, database, course.replicas);
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        driven.close();
        slack.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    /** One course. */
    @Benchmark
    public long load() throws InterruptedException {
        try (TeamLoad load = course.web() ? TeamLoad.web(driven, teams) : TeamLoad.slack(driven, slack, teams)) {
            System.out.printf("%n%s, %d teams: %s%n", course, teams, load.drive(WARM_UP, LENGTH));
        }
        return slack.posts();
    }

    /** Without JMH: the courses that are named. */
    public static void main(String[] courses) throws Exception {
        for (String each : courses) {
            TeamLoadBenchmark benchmark = new TeamLoadBenchmark();
            benchmark.course = Course.valueOf(each);
            benchmark.teams = Integer.getInteger("load.teams", 32);
            benchmark.start();
            try {
                benchmark.load();
            } finally {
                benchmark.stop();
            }
        }
    }
}
