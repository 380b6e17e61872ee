package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes commands, by button or by word, to the part that carries them out. */
final class Commands {
    private final Kit kit;
    private final Steering steering;
    private final Decisions decisions;
    private final Replies replies;
    private final Reasons reasons;
    private final WhatIf whatIf;
    private final Tuner tuner;

    Commands(Kit kit, Agenda.Planner planner, Answering answering) {
        this.kit = kit;
        this.steering = new Steering(kit, planner);
        this.decisions = new Decisions(kit, answering);
        this.replies = new Replies(kit, planner);
        this.reasons = new Reasons(kit, planner);
        this.tuner = new Tuner(kit);
        this.whatIf = new WhatIf(kit, answering, tuner);
    }

    /** Says that the consultation rests, and offers to go on. */
    void rests(Work work) {
        steering.rests(work);
    }

    void take(Work work, Action.Command command) {
        Optional<Verb> verb = Verb.of(command.name());
        if (verb.isEmpty()) {
            work.tell(kit.wording().text(Phrase.UNKNOWN_COMMAND, Labels.shortened(command.name(), 40)));
            return;
        }
        List<String> facts = facts(command);
        switch (verb.get()) {
            case WHY -> why(work, facts);
            case HELP -> replies.help(work);
            case STATUS -> replies.status(work);
            case SKIP -> steering.pass(work, facts, true);
            case DONT_KNOW -> steering.pass(work, facts, false);
            case BACK -> steering.back(work);
            case UNDO -> steering.undo(work);
            case CHANGE ->
                parameter(command)
                        .ifPresentOrElse(
                                parameter -> tuner.choose(work, parameter), () -> steering.reopen(work, facts));
            case KEEP -> steering.keep(work, facts);
            case REMOVE ->
                parameter(command)
                        .ifPresentOrElse(
                                parameter -> tuner.remove(work, parameter), () -> steering.remove(work, facts));
            case SETTLE -> decisions.settle(work, facts, command.arguments().getOrDefault("value", ""));
            case CONFIRM -> decisions.confirm(work, facts);
            case REJECT -> decisions.reject(work, facts);
            case REPEAT -> steering.repeat(work);
            case RESTART ->
                steering.restart(work, "yes".equals(command.arguments().get("sure")));
            case STOP -> steering.stop(work);
            case RESUME -> steering.resume(work);
            case FORM -> replies.form(work);
            case WHAT_IF -> whatIf.look(work, command.arguments(), Heard.NOTHING);
            case ADOPT -> whatIf.adopt(work, command.arguments());
            case EXPLAIN -> replies.explain(work);
            case EXPORT -> replies.export(work, command.arguments().getOrDefault("format", ""));
            case SUMMARY -> replies.summary(work);
        }
    }

    /** Looks at what somebody supposed in words; what is unclear in it is asked back. */
    void suppose(Work work, Action.Command command, Heard heard) {
        whatIf.look(work, command.arguments(), heard);
    }

    /** Takes what was said of cost parameters; says whether anything came of it. */
    boolean tune(Work work, Heard.Parameters said) {
        boolean understood = false;
        for (Heard.Setting setting : said.settings()) {
            understood |= tuner.set(work, setting.parameter(), setting.value(), setting.quote());
        }
        for (Heard.Unclear unclear : said.unclear()) {
            understood |= tuner.ask(work, unclear);
        }
        return understood;
    }

    /** The cost parameter that a command is about. */
    private Optional<String> parameter(Action.Command command) {
        return Optional.ofNullable(command.arguments().get("fact"))
                .filter(key -> kit.flow().fact(key).isEmpty())
                .filter(key -> kit.dials().find(key).isPresent());
    }

    /** Why a question is asked; once the answer is given and none is open, why that answer. */
    private void why(Work work, List<String> facts) {
        if (facts.isEmpty()
                && steering.asked(work.now()).isEmpty()
                && work.now().concluded().isPresent()) {
            replies.explain(work);
        } else {
            reasons.why(work, facts);
        }
    }

    /** The facts that a command is about, by current id; unknown ones are left out. */
    private List<String> facts(Action.Command command) {
        Map<String, String> arguments = command.arguments();
        return Arrays.stream(arguments.getOrDefault("fact", "").split(",", -1))
                .flatMap(id -> kit.flow().fact(id.strip()).stream())
                .map(fact -> fact.id())
                .distinct()
                .toList();
    }
}
