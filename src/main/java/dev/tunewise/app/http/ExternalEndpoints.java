package dev.tunewise.app.http;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The doors that others have to reach from outside. Where there is one, something in front of us passes requests on, and then a request
 * that comes from this machine may come from anywhere.
 */
@Singleton
final class ExternalEndpoints {
    private final List<String> settings = new ArrayList<>();
    private final boolean unsigned;

    ExternalEndpoints(Environment environment) {
        String slack = text(environment, "tunewise.slack.mode");
        String teams = text(environment, "tunewise.teams.mode");
        unsigned = teams.equals("development");
        note(slack.equals("http"), "tunewise.slack.mode");
        note(!teams.isEmpty() && !teams.equals("off") && !unsigned, "tunewise.teams.mode");
        note(!text(environment, "tunewise.slack.redirect-url").isEmpty(), "tunewise.slack.redirect-url");
        note(!text(environment, "tunewise.teams.public-url").isEmpty(), "tunewise.teams.public-url");
        note(!text(environment, "tunewise.public-url").isEmpty(), "tunewise.public-url");
    }

    /** The settings that open one; none on a laptop. */
    List<String> settings() {
        return List.copyOf(settings);
    }

    /** Whether a platform's requests carry no signature, as in development; then they too have to come from this machine. */
    boolean unsigned() {
        return unsigned;
    }

    private void note(boolean open, String setting) {
        if (open) {
            settings.add(setting);
        }
    }

    private static String text(Environment environment, String name) {
        return environment.getProperty(name, String.class).orElse("").strip();
    }
}
