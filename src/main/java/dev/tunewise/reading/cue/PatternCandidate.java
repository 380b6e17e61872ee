package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.PatternMeaning;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.result.ReadingContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A pattern that matched. `turned`: kinds of cues that bear upon it and are no part of it. */
public record PatternCandidate(PatternMeaning meaning, PatternMatch match, Set<Cue.Kind> turned) {
    /** Kinds that do not keep an amount from being read that somebody asks about. */
    private static final Set<Cue.Kind> ASKED = EnumSet.of(Cue.Kind.QUESTION);
    /** Kinds that make a question of what is said. */
    private static final Set<Cue.Kind> QUESTION = EnumSet.of(Cue.Kind.QUESTION, Cue.Kind.WISH, Cue.Kind.FUTURE);
    /** Flags of patterns that mind no words beside them. */
    private static final Set<PatternParser.Flag> TOLERANT = EnumSet.of(
            PatternParser.Flag.OPEN, PatternParser.Flag.ASK, PatternParser.Flag.ASKED, PatternParser.Flag.QUESTION);
    /** Kinds that never keep anything from being read. */
    private static final Set<Cue.Kind> HARMLESS = EnumSet.of(Cue.Kind.CORRECTION, Cue.Kind.NOW, Cue.Kind.UNSURE);

    public static PatternCandidate of(PatternMeaning meaning, PatternMatch match, List<Cue> sentence) {
        Set<Cue.Kind> turned = EnumSet.noneOf(Cue.Kind.class);
        for (Cue cue : sentence) {
            if (!turned.contains(cue.kind()) && cue.bearsOn(match)) {
                turned.add(cue.kind());
            }
        }
        return new PatternCandidate(meaning, match, turned);
    }

    /** Says whether it waits for its fact to be asked. */
    public boolean waits(ReadingContext context) {
        return meaning.has(PatternParser.Flag.OPEN)
                && !context.open().contains(meaning.fact().id());
    }

    /** Says whether its words alone say the value, so that words beside them can make them speak of something else. */
    public boolean saysByWords() {
        return meaning.value() != null && meaning.flags().stream().noneMatch(TOLERANT::contains);
    }

    public boolean has(Cue.Kind kind) {
        return turned.contains(kind);
    }

    /** The cues that keep it from being read, but for those lifted. */
    public Set<Cue.Kind> blockedBy(Set<Cue.Kind> lifted) {
        Set<Cue.Kind> blocking = EnumSet.copyOf(turned);
        blocking.removeAll(HARMLESS);
        blocking.removeAll(lifted);
        boolean captures = match.captured() >= 0;
        boolean names = meaning.fact().catalogue() != null;
        if (!captures && !names) {
            blocking.remove(Cue.Kind.TRIAL);
        }
        if (captures) {
            blocking.remove(Cue.Kind.DENIED);
        } else {
            blocking.remove(Cue.Kind.HAD);
        }
        if (meaning.has(PatternParser.Flag.PLAN)) {
            blocking.remove(Cue.Kind.WISH);
        }
        if (meaning.has(PatternParser.Flag.WILL)) {
            blocking.remove(Cue.Kind.WISH);
            blocking.remove(Cue.Kind.FUTURE);
        }
        if (meaning.has(PatternParser.Flag.ASKED)) {
            blocking.removeAll(captures ? ASKED : QUESTION);
        }
        if (meaning.has(PatternParser.Flag.QUESTION)) {
            blocking.removeAll(QUESTION);
        }
        if (meaning.has(PatternParser.Flag.PAST)) {
            blocking.remove(Cue.Kind.PAST);
            blocking.remove(Cue.Kind.HAD);
        }
        return blocking;
    }

    public boolean isOpen(Set<Cue.Kind> lifted) {
        boolean supposed = meaning.has(PatternParser.Flag.QUESTION) && !lifted.isEmpty();
        return !supposed && blockedBy(lifted).isEmpty();
    }

    /** Says whether it stands where its pattern counts: one that tells what is asked, in something asked, supposed or wished. */
    public boolean isOfItsKind() {
        return !meaning.has(PatternParser.Flag.QUESTION) || turned.stream().anyMatch(QUESTION::contains);
    }
}
