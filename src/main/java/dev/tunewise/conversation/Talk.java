package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.Intent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what people type: answers, corrections, commands in words, questions to us, and talk that is not for us. */
final class Talk {
    private static final Set<Verb> ABOUT_THE_ANSWER = Set.of(
            Verb.CHANGE, Verb.WHAT_IF, Verb.EXPLAIN, Verb.EXPORT, Verb.SUMMARY, Verb.STATUS, Verb.UNDO, Verb.HELP);
    private static final Set<Verb> BESIDE_ANSWERS =
            Set.of(Verb.SKIP, Verb.DONT_KNOW, Verb.WHY, Verb.STATUS, Verb.HELP, Verb.FORM, Verb.REPEAT);

    private final Kit kit;
    private final Agenda.Planner planner;
    private final Answering answering;
    private final Commands commands;
    private final Repairs repairs;
    private final Interpreter interpreter;
    private final Almanac almanac;
    private final TokenReply tokens;

    Talk(Kit kit, Agenda.Planner planner, Answering answering, Commands commands, Bounds bounds, Ears ears) {
        this.kit = kit;
        this.planner = planner;
        this.answering = answering;
        this.commands = commands;
        this.repairs = new Repairs(kit, planner, bounds);
        this.interpreter = ears.interpreter();
        this.almanac = ears.almanac();
        this.tokens = new TokenReply(kit, ears.counting());
    }

    /** Where understanding comes from. */
    record Ears(Interpreter interpreter, Almanac almanac, Counting counting) {}

    /** Takes the text that opened the consultation. */
    void open(Work work, String text, List<Proposal> proposals) {
        work.change(new Change.Titled(text.strip()));
        Heard heard = interpreter.hear(
                text, new Interpreter.Setting(List.of(), work.now().answers(), true));
        readings(work, heard);
        propose(work, proposals);
        Intent inquiry = heard.inquiry();
        if (inquiry instanceof Intent.Tokens pasted) {
            tokens.reply(work, pasted);
        } else {
            Optional<Text> told = inquiry == null
                    ? almanac.remark(text)
                    : almanac.answer(inquiry, work.now().answers()).or(() -> almanac.remark(text));
            told.ifPresent(work::say);
        }
        Action.Command command = heard.command();
        if (command != null && command.name().equals(Verb.HELP.id())) {
            commands.take(work, command);
        }
    }

    /** Takes over a decision record. */
    void restore(Work work, Input.Imported imported) {
        work.change(new Change.Titled(imported.title().strip()));
        imported.facts().forEach(work::change);
        imported.parameters().stream()
                .filter(preset -> kit.dials()
                        .find(preset.parameter())
                        .filter(dial -> dial.takes(preset.value()))
                        .isPresent())
                .forEach(work::change);
        List<Block> blocks = new ArrayList<>();
        Text taken = kit.wording()
                .text(
                        Phrase.IMPORTED,
                        work.now().held().size(),
                        work.now().tunings().size(),
                        work.author().name());
        blocks.add(new Block.Paragraph(taken));
        imported.remarks().forEach(remark -> blocks.add(new Block.Note(Block.Tone.INFO, Text.plain(remark))));
        work.say(blocks, taken.characters());
    }

    /** Takes a message in the thread. */
    void said(Work work, String text, boolean addressed, List<Proposal> proposals) {
        List<String> asked = planner.agenda(work.now()).asking();
        Heard all =
                interpreter.hear(text, new Interpreter.Setting(asked, work.now().answers(), false));
        Heard heard = addressed ? all : overheard(all, asked, work.now());
        if (work.now().stopped()) {
            atRest(work, heard, addressed);
            return;
        }
        if (order(work, heard)) {
            return;
        }
        boolean understood = readings(work, heard);
        understood |= propose(work, proposals);
        boolean silent = work.changes().isEmpty() && work.replies().isEmpty();
        Intent inquiry = heard.inquiry();
        if (inquiry != null) {
            understood |= answer(work, inquiry, text, addressed, understood);
        } else if (addressed) {
            boolean remarked = remark(work, text);
            if (understood && silent && !remarked) {
                known(work, heard);
            }
            understood |= remarked;
        }
        if (!understood && heard.refused().isEmpty() && (addressed || (heard.attempt() && !asked.isEmpty()))) {
            repairs.missed(work, asked);
        }
    }

    /** Somebody told us only what we know already: silence would look like a fault. */
    private void known(Work work, Heard heard) {
        String answers = heard.fills().stream()
                .map(Heard.Fill::fact)
                .distinct()
                .flatMap(fact -> Optional.ofNullable(work.now().held().get(fact)).stream()
                        .map(held -> kit.words().label(fact) + ": " + kit.shown(fact, held.value())))
                .collect(Collectors.joining(" · "));
        if (!answers.isEmpty()) {
            work.say(kit.wording().text(Phrase.KNOWN_ALREADY, answers));
            work.askAgain();
        }
    }

    /** What counts of talk that nobody addressed to us: what bears on the consultation, and once the answer is given only corrections of it. */
    private Heard overheard(Heard heard, List<String> asked, State state) {
        if (state.concluded().isPresent()) {
            return heard.corrections(ABOUT_THE_ANSWER);
        }
        Set<String> matters = new HashSet<>(kit.interview(state).open(state.answers()));
        matters.addAll(state.held().keySet());
        return heard.about(matters, Set.copyOf(asked));
    }

    /** Carries out a command in words, with the answers beside it; says whether there was one. */
    private boolean order(Work work, Heard heard) {
        Action.Command command = heard.command();
        Optional<Verb> verb = command == null ? Optional.empty() : Verb.of(command.name());
        if (command == null) {
            return false;
        }
        boolean says = !heard.fills().isEmpty()
                || !heard.unclear().isEmpty()
                || !heard.parameters().isEmpty();
        if (verb.equals(Optional.of(Verb.WHAT_IF))) {
            commands.suppose(work, command, heard);
            return true;
        }
        if (verb.equals(Optional.of(Verb.CHANGE)) && says) {
            readings(work, heard.meantAsChange());
            return true;
        }
        if (verb.isPresent() && BESIDE_ANSWERS.contains(verb.get())) {
            readings(work, heard);
        }
        commands.take(work, command);
        return true;
    }

    Optional<String> unread(State state, Input input) {
        return switch (input) {
            case Input.Opened(String text) -> unread(text, new Interpreter.Setting(List.of(), state.answers(), true));
            case Input.Said(String text, boolean addressed)
            when addressed && !state.stopped() ->
                unread(text, new Interpreter.Setting(planner.agenda(state).asking(), state.answers(), false));
            case Input.Said _, Input.Clicked _, Input.Filled _, Input.Imported _ -> Optional.empty();
        };
    }

    private Optional<String> unread(String text, Interpreter.Setting setting) {
        Heard heard = interpreter.hear(text, setting);
        return heard.unread() && heard.command() == null ? Optional.of(text) : Optional.empty();
    }

    private void atRest(Work work, Heard heard, boolean addressed) {
        Action.Command command = heard.command();
        boolean works = command != null
                && Verb.of(command.name()).filter(Verb::worksAtRest).isPresent();
        if (works && addressed) {
            commands.take(work, command);
        } else if (addressed) {
            commands.rests(work);
        }
    }

    /** Takes all that could be read; says whether anything was. */
    private boolean readings(Work work, Heard heard) {
        boolean understood = false;
        for (Heard.Fill fill : heard.fills()) {
            understood |= fill(work, fill, fill.correction());
        }
        for (Heard.Unclear unclear : heard.unclear()) {
            if (!unclear.readings().isEmpty() && kit.flow().fact(unclear.fact()).isPresent()) {
                work.change(new Change.Unclear(unclear.fact(), unclear.readings(), unclear.quote()));
                understood = true;
            }
        }
        understood |= commands.tune(work, heard.parameters());
        heard.refused().forEach(refused -> repairs.refuse(work, refused));
        return understood;
    }

    private boolean fill(Work work, Heard.Fill fill, boolean meant) {
        Optional<Fact> fact = kit.flow().fact(fill.fact()).filter(known -> Fits.fits(known, fill.value()));
        fact.ifPresent(known -> {
            Held held = work.now().mind().held().get(known.id());
            boolean asked = known.id().equals(work.now().mind().reopened());
            if (held != null
                    && !held.assumed()
                    && !meant
                    && !asked
                    && fill.value() instanceof Value.Choices(List<String> more)
                    && held.value() instanceof Value.Choices(List<String> some)) {
                answering.take(work, known, joined(known, some, more), fill.quote(), true);
            } else {
                answering.take(work, known, fill.value(), fill.quote(), meant);
            }
        });
        return fact.isPresent();
    }

    /** What was said before with what is said now, in the fact's order: a second problem does not take back the first. */
    private static Value joined(Fact fact, List<String> some, List<String> more) {
        return new Value.Choices(fact.choices().stream()
                .filter(choice -> some.contains(choice) || more.contains(choice))
                .toList());
    }

    private boolean propose(Work work, List<Proposal> proposals) {
        boolean proposed = false;
        for (Proposal proposal : proposals) {
            Optional<Fact> fact = kit.flow().fact(proposal.fact()).filter(known -> Fits.fits(known, proposal.value()));
            boolean free = fact.isPresent()
                    && !work.now().held().containsKey(fact.get().id())
                    && !work.now().doubts().containsKey(fact.get().id());
            if (free) {
                work.change(new Change.Proposed(proposal.fact(), proposal.value(), proposal.quote()));
                proposed = true;
            }
        }
        return proposed;
    }

    private boolean answer(Work work, Intent inquiry, String text, boolean addressed, boolean understood) {
        if (inquiry instanceof Intent.SmallTalk(Intent.SmallTalk.Kind kind)) {
            smallTalk(work, kind, addressed && !understood);
            return true;
        }
        if (inquiry instanceof Intent.Tokens pasted) {
            return addressed && tokens.reply(work, pasted);
        }
        Optional<Text> known = almanac.answer(inquiry, work.now().answers()).or(() -> almanac.remark(text));
        if (known.isPresent()) {
            work.say(known.get());
            work.askAgain();
            return true;
        }
        if (addressed && !understood) {
            work.say(kit.wording().text(Phrase.NO_ANSWER_TO_QUESTION));
            work.askAgain();
            return true;
        }
        return false;
    }

    /** Says what to mind about a claim that somebody quotes. */
    private boolean remark(Work work, String text) {
        Optional<Text> remark = almanac.remark(text);
        remark.ifPresent(work::say);
        return remark.isPresent();
    }

    private void smallTalk(Work work, Intent.SmallTalk.Kind kind, boolean answered) {
        if (!answered) {
            return;
        }
        switch (kind) {
            case GREETING -> {
                work.say(kit.wording().text(Phrase.GREETING));
                work.askAgain();
            }
            case THANKS -> work.say(kit.wording().text(Phrase.THANKS));
            case FAREWELL -> work.say(kit.wording().text(Phrase.FAREWELL));
            case LAUGHTER -> {}
        }
    }
}
