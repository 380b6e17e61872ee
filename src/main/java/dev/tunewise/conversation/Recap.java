package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summary of a consultation for people who were not there: question, answer, figure, who took part, what is open. */
final class Recap {
    private final Kit kit;
    private final RootCard root;

    Recap(Kit kit) {
        this.kit = kit;
        this.root = new RootCard(kit);
    }

    /**
     * A summary.
     *
     * @param decided whether there is an answer in it
     * @param blocks what it shows
     * @param plain the same in a sentence
     */
    record Told(boolean decided, List<Block> blocks, String plain) {}

    Told tell(State state, Agenda agenda) {
        Optional<Counsel.Counselled> advice = agenda.decided()
                ? Optional.of(kit.counsel().advise(state.answers(), state.parameters()))
                : Optional.empty();
        Wording wording = kit.wording();
        String title = root.title(state);
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(pair(Phrase.SUMMARY_QUESTION, Text.plain(title)));
        String verdict = advice.map(Counsel.Counselled::headline).orElse(wording.plain(Phrase.SUMMARY_UNDECIDED));
        pairs.add(pair(Phrase.SUMMARY_VERDICT, Text.strong(verdict)));
        advice.ifPresent(given -> pairs.add(pair(Phrase.SUMMARY_LEVER, Text.plain(given.lever()))));
        advice.map(Counsel.Counselled::monthly)
                .filter(monthly -> !monthly.isEmpty())
                .ifPresent(monthly -> pairs.add(pair(Phrase.SUMMARY_MONTHLY, Text.plain(monthly))));
        pairs.add(pair(Phrase.SUMMARY_PEOPLE, Text.plain(RootCard.people(state))));
        pairs.add(pair(Phrase.SUMMARY_OPEN, Text.plain(open(state, agenda, advice))));
        Phrase heading = advice.isPresent() ? Phrase.SUMMARY_TITLE : Phrase.SUMMARY_TITLE_OPEN;
        List<Block> blocks = List.of(new Block.Heading(wording.plain(heading)), new Block.Pairs(pairs));
        return new Told(advice.isPresent(), blocks, wording.plain(Phrase.SUMMARY_PLAIN, title, verdict));
    }

    private Block.Pair pair(Phrase name, Text value) {
        return new Block.Pair(kit.wording().plain(name), value);
    }

    private String open(State state, Agenda agenda, Optional<Counsel.Counselled> advice) {
        List<String> open = new ArrayList<>();
        state.doubts().keySet().forEach(fact -> open.add(kit.words().label(fact)));
        agenda.asking().forEach(fact -> open.add(kit.words().label(fact)));
        advice.ifPresent(given -> open.addAll(given.open()));
        return open.isEmpty()
                ? kit.wording().plain(Phrase.SUMMARY_NOTHING_OPEN)
                : String.join(" · ", open.stream().distinct().toList());
    }
}
