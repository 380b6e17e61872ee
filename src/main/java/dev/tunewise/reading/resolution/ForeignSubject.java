package dev.tunewise.reading.resolution;

import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternMatch;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.pattern.UsualWords;
import dev.tunewise.reading.text.WordSet;
import java.util.Set;

/** Tells whether a clause begins with something else than the speaker's system: "the old rule engine was right in 70 %", "my target weight is 80". */
record ForeignSubject(UsualWords usual) {
    private static final Set<String> BEFORE =
            WordSet.of("and but so well plus also then because since while as though");
    private static final Set<String> DETERMINERS =
            WordSet.of("the our my this that these those a an his her their another every each");
    private static final Set<String> JOINTS = WordSet.of("of for in at on from with by about per and or to over");
    private static final Set<String> ENDS = WordSet.of("""
            is are was were be been do does did has have had can could should would will must am may might shall
            not
            """);
    private static final Set<String> TURNS = WordSet.of("no we i you they it he she that which who");

    /** What somebody else thinks of the speaker's system is said of the system. */
    private static final Set<String> THINKING =
            WordSet.of("thinks believes wonders hopes fears claims complain complains");

    private static final Set<String> KEEPING =
            WordSet.of("keep keeps seem seems tend tends start starts often always sometimes never really mostly");

    private static final Set<String> OTHERS = Set.of("he", "she");
    private static final Set<String> RELATIVES = Set.of("who", "whose");

    private static final int LONGEST = 7;

    /** Says whether a clause begins with something foreign, or a figure is a share of it: "70 % of the migration". */
    boolean owns(TokenSequence line, PatternCandidate one) {
        if (usual.systems().isEmpty()) {
            return false;
        }
        int after = one.match().captured() + 1;
        boolean share = after > 0 && line.word(after).equals("of") && DETERMINERS.contains(line.word(after + 1));
        return opens(line, one.match()) || share && isForeign(line, one.match(), after + 2);
    }

    private boolean opens(TokenSequence line, PatternMatch match) {
        int at = line.clauseStart(match.start());
        while (BEFORE.contains(line.word(at))) {
            at++;
        }
        boolean relative = at == line.clauseStart(match.start()) && RELATIVES.contains(line.word(at));
        if (OTHERS.contains(line.word(at)) || relative && at > 0 && !isOwn(line, match, at - 1)) {
            return !match.holds(at);
        }
        return DETERMINERS.contains(line.word(at)) && isForeign(line, match, at + 1);
    }

    /** Reads the nouns up to the verb: one of each group between "of" and the like has to be known, before an auxiliary the last one. */
    private boolean isForeign(TokenSequence line, PatternMatch match, int from) {
        boolean named = match.holds(from);
        boolean known = true;
        boolean last = true;
        boolean group = false;
        int i = from;
        for (; i < Math.min(line.size(), from + LONGEST) && !line.endsClause(i); i++) {
            String word = line.word(i);
            boolean stop = !named && match.holds(i);
            if (THINKING.contains(word) || stop && usual.systems().contains(word)) {
                return false;
            }
            if (word.isEmpty() || TURNS.contains(word) || ENDS.contains(word) || stop) {
                break;
            }
            if (JOINTS.contains(word)) {
                // behind a verb the rest is no part of what it begins with
                boolean passed = !last || match.holds(i - 1) && !usual.systems().contains(line.word(i - 1));
                if (group && (!known || passed)) {
                    return !known;
                }
                group = false;
            } else if (!FillerWords.contains(word) && !DETERMINERS.contains(word) && !KEEPING.contains(word)) {
                last = isOwn(line, match, i);
                known = last || group && known;
                group = true;
            }
        }
        boolean auxiliary = i < line.size() && ENDS.contains(line.word(i));
        boolean reached = !named && i < line.size() && match.holds(i);
        boolean verb = line.word(i - 1).endsWith("s") && !line.word(i - 1).endsWith("ss");
        return group && (auxiliary || reached && !verb ? !last : !known && !named);
    }

    private boolean isOwn(TokenSequence line, PatternMatch match, int at) {
        AnnotatedToken item = line.items().get(at);
        return match.holds(at) || item.start >= item.end || usual.systems().contains(item.word);
    }
}
