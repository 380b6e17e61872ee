package dev.tunewise.teams.deliver;

import java.util.Optional;

/** What is kept of a post that was sent, to edit it in place. `conversation`: that it was sent into. */
public record TeamsSentMessage(String conversation, String activity) {
    String text() {
        return conversation + " " + activity;
    }

    /** Reads what {@link #text()} wrote; empty for anything else, also for a post that has no id. */
    public static Optional<TeamsSentMessage> read(String text) {
        int space = text.lastIndexOf(' ');
        return space <= 0 || space == text.length() - 1
                ? Optional.empty()
                : Optional.of(new TeamsSentMessage(text.substring(0, space), text.substring(space + 1)));
    }
}
