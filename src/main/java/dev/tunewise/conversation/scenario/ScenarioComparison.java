package dev.tunewise.conversation.scenario;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows two sides of a what-if next to each other, and in words what flips between them. */
public record ScenarioComparison(FlowContext kit) {
    private static final String NONE = "—";
    /** A longer cell is not said twice. */
    private static final int LONG = 40;

    private static final int MOST_NAMED = 3;

    /** What is looked at. `refused`: what could not be looked at, and why. */
    public record Looked(
            Map<String, String> arguments,
            Map<String, Value> facts,
            Map<String, BigDecimal> parameters,
            List<Text> refused) {}

    public void show(TurnBuilder work, Looked looked, Scenario now, Scenario then) {
        List<List<Text>> rows = new ArrayList<>();
        changes(work.now(), looked, rows);
        boolean decided = now.decided() || then.decided();
        if (decided) {
            rows.add(row(kit.plain("what-if-answer"), answer(now), answer(then)));
            rows.add(row(kit.plain("what-if-lever"), lever(now), lever(then)));
            figures(now, then, rows);
        }
        boolean open = !now.decided() || !then.decided();
        if (open || !then.asks().isEmpty()) {
            rows.add(row(kit.plain("what-if-asked"), asked(now), asked(then)));
        }
        if (open) {
            rows.add(row(kit.plain("what-if-possible"), possible(now), possible(then)));
            rows.add(row(kit.plain("what-if-leading"), leading(now), leading(then)));
            bill(now, then, rows);
        }
        List<Text> flips = flips(now, then);
        String result = result(now, then);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(kit.plain("what-if-title")));
        looked.refused().forEach(refused -> blocks.add(new Block.Note(Block.Tone.WARNING, refused)));
        blocks.add(new Block.Paragraph(kit.text(result)));
        if (!flips.isEmpty()) {
            blocks.add(new Block.Bullets(flips));
        }
        blocks.add(new Block.Table(
                kit.plain("what-if-caption"),
                List.of("", kit.plain("what-if-now"), kit.plain("what-if-then")),
                List.of(false, false, false),
                rows));
        blocks.add(new Block.Paragraph(kit.text("what-if-kept")));
        blocks.add(new Block.Buttons(List.of(Button.plain(
                kit.plain("button-adopt"), new Action.Command(ConversationCommand.ADOPT.id(), looked.arguments())))));
        String bill = then.bill().isEmpty() ? "" : kit.plain("what-if-bill") + " " + then.bill() + ". ";
        work.say(blocks, (kit.plain(result) + " " + bill + answer(then)).strip());
    }

    private void changes(ConversationState state, Looked looked, List<List<Text>> rows) {
        looked.facts()
                .forEach((fact, value) -> rows.add(row(
                        kit.label(fact),
                        state.held(fact)
                                .map(held -> held.assumed()
                                        ? kit.words().assumed(fact, kit.shown(fact, held.value()))
                                        : kit.shown(fact, held.value()))
                                .orElse(NONE),
                        kit.shown(fact, value))));
        looked.parameters()
                .forEach((parameter, value) -> rows.add(row(
                        kit.dials().label(parameter),
                        Optional.ofNullable(state.tunings().get(parameter))
                                .map(tuning -> kit.dials().shown(parameter, tuning.value()))
                                .or(() -> kit.dials().find(parameter).map(dial -> dial.usually()))
                                .orElse(NONE),
                        kit.dials().shown(parameter, value))));
    }

    private static String result(Scenario now, Scenario then) {
        if (now.decided() && then.decided()) {
            return now.headline().equals(then.headline())
                    ? "what-if-same"
                    : leadsAlike(now, then) ? "what-if-figures" : "what-if-other";
        }
        if (then.decided()) {
            return "what-if-decides";
        }
        return now.decided() ? "what-if-opens" : "what-if-undecided";
    }

    /** Whether verdict and lever are the same on both sides, though not the figures. */
    private static boolean leadsAlike(Scenario now, Scenario then) {
        RenderedAdvice before = now.advice().orElseThrow();
        RenderedAdvice after = then.advice().orElseThrow();
        return before.verdict().equals(after.verdict()) && before.lever().equals(after.lever());
    }

    private void bill(Scenario now, Scenario then, List<List<Text>> rows) {
        if (!now.bill().isEmpty() && !then.bill().isEmpty()) {
            rows.add(row(kit.plain("what-if-bill"), now.bill(), then.bill()));
        }
    }

    private String answer(Scenario side) {
        return side.decided()
                ? side.headline()
                : side.asks().stream()
                        .findFirst()
                        .map(fact -> kit.plain("what-if-open", kit.label(fact)))
                        .orElse(NONE);
    }

    private static String lever(Scenario side) {
        return side.advice().map(RenderedAdvice::lever).orElse(NONE);
    }

    /** The figures of both sides by their labels; those that depend on the horizon are told apart by it. */
    private void figures(Scenario now, Scenario then, List<List<Text>> rows) {
        Map<String, String> before = figures(now);
        Map<String, String> after = figures(then);
        List<String> labels = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(label -> !before.containsKey(label)).forEach(labels::add);
        labels.forEach(
                label -> rows.add(row(label, before.getOrDefault(label, NONE), after.getOrDefault(label, NONE))));
    }

    private static Map<String, String> figures(Scenario side) {
        Map<String, String> figures = new LinkedHashMap<>();
        side.advice()
                .ifPresent(advice ->
                        advice.figures().forEach(figure -> figures.putIfAbsent(figure.label(), figure.text())));
        return figures;
    }

    private String asked(Scenario side) {
        if (side.asks().isEmpty()) {
            return kit.plain("what-if-nothing-asked");
        }
        return counted(
                side.asks().size(), side.asks().stream().map(kit.words()::label).toList());
    }

    private String possible(Scenario side) {
        Set<String> directions = new LinkedHashSet<>();
        side.possible().forEach(rule -> directions.add(kit.words().direction(rule)));
        return counted(directions.size(), List.copyOf(directions));
    }

    private static String counted(int count, List<String> names) {
        String named = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return count + ": " + named + (names.size() > MOST_NAMED ? " …" : "");
    }

    private String leading(Scenario side) {
        return side.leading().map(kit.words()::direction).orElse(NONE);
    }

    /** What is another thing on the other side, in a line each. */
    private List<Text> flips(Scenario now, Scenario then) {
        List<Text> flips = new ArrayList<>();
        if (now.decided() && then.decided()) {
            RenderedAdvice before = now.advice().orElseThrow();
            RenderedAdvice after = then.advice().orElseThrow();
            flip(
                    "what-if-verdict",
                    kit.words().verdict(before.verdict()),
                    kit.words().verdict(after.verdict()),
                    flips);
            flip("what-if-lever-flip", before.lever(), after.lever(), flips);
            if (before.verdict().equals(after.verdict())) {
                gates(before, after, flips);
            }
        } else if (!then.decided()) {
            named("what-if-ruled-out", without(now, then), flips);
            named("what-if-let-in", without(then, now), flips);
        }
        return flips;
    }

    private void gates(RenderedAdvice before, RenderedAdvice after, List<Text> flips) {
        Set<String> done = new LinkedHashSet<>(before.open());
        after.open().forEach(done::remove);
        Set<String> opened = new LinkedHashSet<>(after.open());
        before.open().forEach(opened::remove);
        named("what-if-gates-open", List.copyOf(opened), flips);
        named("what-if-gates-done", List.copyOf(done), flips);
    }

    private List<String> without(Scenario one, Scenario other) {
        Set<String> directions = new LinkedHashSet<>();
        one.possible().stream().map(this::direction).forEach(directions::add);
        other.possible().stream().map(this::direction).forEach(directions::remove);
        return List.copyOf(directions);
    }

    private String direction(Rule rule) {
        return kit.words().direction(rule);
    }

    private void flip(String phrase, String before, String after, List<Text> flips) {
        if (!before.equals(after)) {
            flips.add(kit.text(phrase, before, after));
        }
    }

    private void named(String phrase, List<String> names, List<Text> flips) {
        if (!names.isEmpty()) {
            flips.add(kit.text(phrase, String.join(", ", names)));
        }
    }

    private List<Text> row(String name, String now, String then) {
        boolean same = now.equals(then);
        Text shown =
                same ? Text.plain(then.length() > LONG ? kit.plain("what-if-unchanged") : then) : Text.strong(then);
        return List.of(Text.plain(name), Text.plain(now), shown);
    }
}
