package dev.tunewise.load;

import dev.tunewise.slack.fake.HttpLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual teams in a closed loop: warmed up, then as fast as they can, then at half that pace. */
final class TeamLoad implements AutoCloseable {
    private final LoadedApp app;
    private final List<Team> teams = new ArrayList<>();
    private final List<HttpLine> lines = new ArrayList<>();

    private TeamLoad(LoadedApp app) {
        this.app = app;
    }

    /** Teams in Slack. */
    static TeamLoad slack(LoadedApp app, SlackSink slack, int teams) {
        TeamLoad load = new TeamLoad(app);
        for (URI door : app.doors()) {
            load.lines.add(new HttpLine(door, LoadedApp.SECRET, InstantSource.system()));
        }
        for (int i = 0; i < teams; i++) {
            load.teams.add(new SlackTeam(slack, load.lines.get(i % load.lines.size()), "C" + i));
        }
        return load;
    }

    /** Teams at the web pages. */
    static TeamLoad web(LoadedApp app, int teams) {
        TeamLoad load = new TeamLoad(app);
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < teams; i++) {
            load.teams.add(new WebTeam(client, app.doors().get(i % app.doors().size())));
        }
        return load;
    }

    /** Drives the app; gives two rows of figures. */
    String drive(Duration warmUp, Duration length) throws InterruptedException {
        stretch(warmUp, 0);
        Stretch full = stretch(length, 0);
        Stretch half = stretch(length, full.rate() / 2);
        return full.row() + "%n... at half of it: ".formatted() + half.row();
    }

    private record Stretch(double rate, String row) {}

    private Stretch stretch(Duration length, double most) throws InterruptedException {
        double before = app.seconds();
        long start = System.nanoTime();
        Measured measured = new Measured(length, most);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Team team : teams) {
                people.execute(() -> {
                    long end = start + length.toNanos();
                    while (System.nanoTime() < end) {
                        team.consult(measured);
                    }
                });
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        return new Stretch(measured.rate(took), measured.row(took, app.seconds() - before, app.resident()));
    }

    @Override
    public void close() {
        lines.forEach(HttpLine::close);
    }
}
