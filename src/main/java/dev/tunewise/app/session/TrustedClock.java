package dev.tunewise.app.session;

import dev.tunewise.session.store.WorkspaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, for what deletes by it: one that is set ahead must not make what is young look old. Where it stands more than a week after
 * it was last looked at, or nobody looked before, it is believed after a day only. Set back, it is believed at once, for that deletes less.
 */
record TrustedClock(WorkspaceSettings settings, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedClock.class);
    private static final Duration LEAP = Duration.ofDays(7);
    private static final Duration DOUBT = Duration.ofDays(1);
    private static final Duration LONGEST_DOUBT = Duration.ofDays(30);
    private static final Duration CORRECTION = Duration.ofHours(1);

    /** When the clock was last looked at, and since when it is doubted. */
    private record Note(Instant seen, Optional<Instant> doubted) {
        static Note read(String kept) {
            String[] parts = kept.split(" ", -1);
            return new Note(
                    Instant.parse(parts[0]),
                    parts.length < 2 ? Optional.empty() : Optional.of(Instant.parse(parts[1])));
        }

        Optional<Instant> doubtedAt(Instant now) {
            if (now.isBefore(seen.minus(CORRECTION))) {
                return Optional.empty();
            }
            boolean leapt = now.isAfter(seen.plus(LEAP));
            Instant since = doubted.orElse(now);
            // A machine that runs an hour every other week is believed too: it is doubted already when it leaps again.
            boolean enough = !now.isBefore(since.plus(DOUBT)) && !(leapt && now.isAfter(since.plus(LONGEST_DOUBT)));
            if (doubted.isPresent()) {
                return enough ? Optional.empty() : Optional.of(leapt ? now : since);
            }
            return leapt ? Optional.of(now) : Optional.empty();
        }

        @Override
        public String toString() {
            return seen + doubted.map(since -> " " + since).orElse("");
        }
    }

    /** The time by which may be deleted; empty while the clock is doubted. */
    Optional<Instant> now() {
        Instant now = clock.instant();
        Optional<Note> before = settings.get("tunewise", "", "", "clock").map(Note::read);
        Optional<Instant> doubted = before.map(note -> note.doubtedAt(now)).orElse(Optional.of(now));
        settings.put("tunewise", "", "", "clock", new Note(now, doubted).toString());
        if (doubted.isPresent() && before.isPresent() && before.get().doubted().isEmpty()) {
            LOG.warn(
                    "The clock of this machine stands at {}, and stood at {} when it was last looked at: nothing is forgotten by it for a day; set it right if it is wrong",
                    now,
                    before.get().seen());
        }
        return doubted.isPresent() ? Optional.empty() : Optional.of(now);
    }
}
