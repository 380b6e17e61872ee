package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.PartialLists;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what was read from a message as answers, or asks back where two things may be meant. */
record ReadingRecorder(
        FlowContext kit,
        QuestionPlan.Planner planner,
        AnswerRecorder answering,
        CommandDispatcher commands,
        FallbackReplies repairs) {
    /** Takes all that could be read; says whether anything was. */
    boolean record(TurnBuilder work, Interpretation heard) {
        boolean understood = false;
        for (ExtractedAnswer fill : heard.fills()) {
            understood |= fill(work, fill, fill.correction());
        }
        // What is asked next takes a forecast.
        List<String> asked = heard.unclear().isEmpty()
                ? List.of()
                : planner.agenda(work.now()).asking();
        for (Clarification unclear : heard.unclear()) {
            boolean direct = unclear.readings().size() == 1
                    && asked.stream().findFirst().filter(unclear.fact()::equals).isPresent();
            if (direct) {
                understood |= fill(
                        work,
                        new ExtractedAnswer(unclear.fact(), unclear.readings().getFirst(), unclear.quote(), false),
                        false);
            } else if (!unclear.readings().isEmpty()
                    && kit.flow().fact(unclear.fact()).isPresent()) {
                work.change(new Change.Unclear(unclear.fact(), unclear.readings(), unclear.quote()));
                understood = true;
            }
        }
        understood |= commands.tune(work, heard.parameters());
        heard.refused().forEach(refused -> repairs.refuse(work, refused));
        return understood;
    }

    /** Keeps what a text names; that is no answer, so nothing is said of it. */
    void mentioned(TurnBuilder work, String text) {
        Answers before = work.now().answers();
        new NamedThings(kit.flow().guidance().mentions())
                .added(before, text)
                .get(Guidance.MENTIONS)
                .filter(named -> !before.get(Guidance.MENTIONS).equals(Optional.of(named)))
                .ifPresent(named -> work.change(new Change.Answered(Guidance.MENTIONS, named.value(), "")));
    }

    /** Takes what a text sets under its name; says of which facts, so that nothing reads them otherwise. */
    Set<String> set(TurnBuilder work, String text) {
        Set<String> facts = new HashSet<>();
        for (ExtractedAnswer setting : settings(text)) {
            facts.add(setting.fact());
            boolean known = work.now()
                    .answers()
                    .get(setting.fact())
                    .map(SourcedAnswer::value)
                    .equals(Optional.of(setting.value()));
            if (!known) {
                work.change(new Change.Answered(setting.fact(), setting.value(), setting.quote()));
            }
        }
        return facts;
    }

    /** What a text sets under its name, within the bounds of each. */
    List<ExtractedAnswer> settings(String text) {
        return new NamedSettings(kit.flow().guidance().settings())
                .in(text).stream()
                        .map(read ->
                                new ExtractedAnswer(read.fact(), Value.Quantity.of(read.value()), read.quote(), false))
                        .filter(fill -> ValueConstraints.fits(kit.fact(fill.fact()), fill.value()))
                        .toList();
    }

    /**
     * Takes the text that opened the consultation. A post that asks something particular is answered; what it seems to say besides waits for a
     * yes.
     *
     * @return whether it asks something particular
     */
    boolean open(
            TurnBuilder work, String text, Interpretation heard, ProposalRecorder proposed, List<Proposal> proposals) {
        mentioned(work, text);
        Interpretation other = heard.without(set(work, text));
        record(work, other.unclearOnly(_ -> false));
        proposed.record(work, proposals.stream().filter(Proposal::direct).toList());
        boolean asks = asks(work, text);
        if (!asks) {
            proposed.asked(work, proposals);
            asks = asks(work, text);
        }
        boolean particular = asks;
        record(work, other.unclearAlone(fact -> !particular || kit.fact(fact).type() == FactType.QUANTITY));
        proposed.record(
                work,
                proposals.stream()
                        .filter(each -> !each.direct() && each.isLikely())
                        .toList());
        if (asks) {
            // A figure that fits nowhere matters to the comparison and not to what was asked.
            work.foldSaid(kit.plain("unplaced-fold"));
        }
        return asks;
    }

    private boolean asks(TurnBuilder work, String text) {
        OpeningAnswer word = kit.counsel().opening(kit.understood(work.now()));
        return word.particular() && (word.answered() || text.contains("?"));
    }

    private boolean fill(TurnBuilder work, ExtractedAnswer fill, boolean meant) {
        Optional<Fact> fact = kit.flow().fact(fill.fact()).filter(known -> ValueConstraints.fits(known, fill.value()));
        if (isTakenFromProposal(work, fill)) {
            return true;
        }
        fact.ifPresent(known -> {
            RecordedAnswer held = work.now().mind().held().get(known.id());
            boolean asked = known.id().equals(work.now().mind().reopened())
                    && !new PartialLists(kit).isAskedForMore(work.now(), known.id());
            if (held != null
                    && !held.assumed()
                    && !meant
                    && !asked
                    && fill.value() instanceof Value.Choices(List<String> more)
                    && held.value() instanceof Value.Choices(List<String> some)) {
                answering.take(work, known, AnswerRecorder.joined(known, some, more), fill.quote(), true);
            } else {
                answering.take(work, known, fill.value(), fill.quote(), meant);
            }
        });
        return fact.isPresent();
    }

    /** "Drop the jargon": an item that was only proposed leaves the list, and what is left of it still waits for a yes. */
    private static boolean isTakenFromProposal(TurnBuilder work, ExtractedAnswer fill) {
        boolean fewer = fill.correction()
                && !work.now().answers().knows(fill.fact())
                && work.now().doubts().get(fill.fact()) instanceof OpenConflict.Proposal proposal
                && proposal.value() instanceof Value.Choices(List<String> all)
                && fill.value() instanceof Value.Choices(List<String> left)
                && left.size() < all.size()
                && all.containsAll(left);
        if (fewer && work.now().doubts().get(fill.fact()) instanceof OpenConflict.Proposal proposal) {
            boolean none = fill.value().equals(new Value.Choices(List.of()));
            work.change(
                    none
                            ? new Change.Kept(fill.fact())
                            : new Change.Proposed(fill.fact(), fill.value(), proposal.quote()));
        }
        return fewer;
    }

    void restore(TurnBuilder work, UserInput.Imported imported) {
        work.change(new Change.Titled(imported.title().strip()));
        imported.facts().forEach(work::change);
        imported.parameters().stream()
                .filter(preset -> kit.dials()
                        .find(preset.parameter())
                        .filter(dial -> dial.takes(preset.value()))
                        .isPresent())
                .forEach(work::change);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.text(
                "imported",
                work.now().held().size(),
                work.now().tunings().size(),
                work.author().name())));
        imported.remarks().forEach(remark -> blocks.add(new Block.Note(Block.Tone.INFO, Text.plain(remark))));
        work.say(blocks);
    }
}
