package dev.tunewise.teams.render;

import java.util.Optional;

/** A service that Teams cannot reach: no picture and no file has an address. */
public record NoFileUrls() implements FileUrls {
    @Override
    public Optional<String> picture(String conversation, String chart) {
        return Optional.empty();
    }

    @Override
    public Optional<String> file(String conversation, String export, String name) {
        return Optional.empty();
    }
}
