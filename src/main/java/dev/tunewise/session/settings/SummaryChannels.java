package dev.tunewise.session.settings;

import dev.tunewise.session.settings.TeamSettings.Name;
import dev.tunewise.session.store.Address;
import java.util.Optional;
import java.util.stream.Stream;

/** Where summaries go: what a room chose nothing overrides, and what is said in private goes nowhere that nobody in there chose. */
public record SummaryChannels(TeamSettings settings) {
    /** Keys of summaries begin so; the channel that they go to follows. */
    public static final String KEY = "summary:";

    /** The channel that the room chose, or else its workspace, where everybody may read the room anyway. */
    public Optional<String> of(Address room) {
        Optional<Choice> own = settings.ofRoom(room, Name.SUMMARY_CHANNEL);
        if (own.isPresent()) {
            return own.filter(choice -> !lapsed(room, choice)).flatMap(Choice::target);
        }
        return settings.ofWorkspace(room, Name.SUMMARY_CHANNEL)
                .flatMap(Choice::target)
                .filter(_ -> settings.directory().room(room).open());
    }

    /** What could not be posted of what a room chose, as far as that choice still stands. */
    public Optional<Choice> problem(Address room) {
        return standing(room, settings.ofRoom(room, Name.SUMMARY_PROBLEM), of(room));
    }

    /** The same of what the workspace chose. */
    public Optional<Choice> problemOfWorkspace(Address place) {
        return standing(
                place,
                settings.ofWorkspace(place, Name.SUMMARY_PROBLEM),
                settings.ofWorkspace(place, Name.SUMMARY_CHANNEL).flatMap(Choice::target));
    }

    private Optional<Choice> standing(Address room, Optional<Choice> problem, Optional<String> channel) {
        return problem.filter(each -> each.cause().startsWith(KEY)
                ? channel.filter(chosen -> each.cause().equals(KEY + chosen)).isPresent()
                : Stream.of(Name.DIGEST, Name.BROADCAST)
                        .filter(name -> each.cause().startsWith(name.key()))
                        .allMatch(name -> settings.ofRoom(room, name)
                                .filter(choice -> !choice.off())
                                .isPresent()));
    }

    /** Whether a room chose while everybody could read it, and is private now: nobody in there asked for that. */
    public boolean lapsed(Address room, Choice own) {
        return own.place() == Choice.Place.OPEN
                && !own.off()
                && !own.value().equals(room.room())
                && !settings.directory().room(room).open();
    }
}
