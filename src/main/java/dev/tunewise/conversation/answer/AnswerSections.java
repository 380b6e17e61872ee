package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.DecisionCard.Assumed;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FlowLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of an answer, each complete in itself; a part that has nothing to say is empty. */
public record AnswerSections(Flow flow, Messages wording) {
    /** Ordered texts of a flow are numbered in words. */
    private static final List<String> ORDER =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /**
     * The comparison of costs.
     *
     * @param brief whether only the options that matter are shown, without the calculation of each
     */
    public List<Block> cost(CostComparison view, boolean brief) {
        return new CostSection(wording).blocks(view, brief);
    }

    /** The table of the options that matter, alone. */
    public List<Block> costTable(CostComparison view) {
        return new CostSection(wording).tables(view);
    }

    public List<Block> moves(CaseAnswer answer) {
        return new CaseBlocks(wording).body(answer);
    }

    /** Where claims come from, each once, with publisher, date and link as far as they are known. */
    public List<Block> sources(List<SourceReference> cited) {
        return bullets(cited.stream().distinct().map(ExplanationSection::source).toList());
    }

    /** How sure a verdict is that a rule made. */
    List<String> surety(Advice advice, Outlook outlook) {
        return new ExplanationSection(wording).surety(advice, outlook);
    }

    /** How an answer came about; nothing where nothing is decided. */
    public List<Block> explanation(Advice advice) {
        return new ExplanationSection(wording).blocks(advice);
    }

    /** The title over the gates, with how many are open. */
    public String gatesTitle(Advice advice) {
        long open = advice.gates().stream()
                .filter(gate -> gate.state() == GateState.State.OPEN)
                .count();
        return open == 0 ? wording.plain("gates-all-met") : wording.plain("gates", open);
    }

    /** What must be in place, first what is not. */
    public List<Block> gates(Advice advice) {
        List<Text> items = new ArrayList<>();
        for (GateState.State state : List.of(GateState.State.OPEN, GateState.State.TO_DO, GateState.State.MET)) {
            advice.gates().stream()
                    .filter(gate -> gate.state() == state)
                    .map(gate -> Text.plain(gate(gate)))
                    .forEach(items::add);
        }
        return bullets(items);
    }

    private String gate(GateState gate) {
        String todo = gate.todo().isEmpty() ? gate.name() : gate.todo();
        return switch (gate.state()) {
            case MET -> wording.plain("gate-met", gate.name());
            case OPEN -> wording.plain("gate-open", gate.name(), gate.todo());
            case TO_DO -> wording.plain("gate-to-do", todo);
        };
    }

    public List<Block> findings(Advice advice) {
        return bullets(advice.findings().stream()
                .map(finding -> Text.strong(finding.title()).then(Text.plain(". " + finding.text())))
                .toList());
    }

    /** Training plan, rollout and upkeep, in the flow's words. */
    public List<Block> plan() {
        List<Block> blocks = new ArrayList<>();
        steps("plan-training", "answer.plan.", blocks);
        steps("plan-rollout", "answer.rollout.", blocks);
        steps("plan-upkeep", "answer.upkeep.", blocks);
        return blocks;
    }

    private void steps(String title, String keys, List<Block> blocks) {
        List<Text> steps = ORDER.stream()
                .map(number -> flow.texts().find(keys + number))
                .flatMap(Optional::stream)
                .map(Text::plain)
                .toList();
        if (!steps.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.plain(title))));
            blocks.add(new Block.Bullets(steps));
        }
    }

    /** What would change the answer. `most`: at most so many, the nearest ones. */
    public List<Block> flips(Outlook outlook, int most) {
        if (outlook.flips().isEmpty()) {
            return List.of(new Block.Paragraph(Text.plain(wording.plain("flips-none"))));
        }
        List<Text> items = new ArrayList<>();
        outlook.flips().stream().limit(most).map(this::flip).map(Text::plain).forEach(items::add);
        int more = outlook.flips().size() - items.size();
        if (more > 0) {
            items.add(Text.plain(wording.plain("flips-more", more)));
        }
        List<Block> blocks = new ArrayList<>(bullets(items));
        if (!outlook.complete()) {
            blocks.add(new Block.Paragraph(Text.plain(wording.plain("flips-incomplete"))));
        }
        return blocks;
    }

    String label(String fact) {
        return new FlowLabels(flow).label(fact);
    }

    String flip(Counterfactual flip) {
        String phrase = switch (flip.kind()) {
            case TO -> "flip-to";
            case WITH -> "flip-with";
            case WITHOUT -> "flip-without";
            case AT_LEAST -> flip.exact() ? "flip-at-least" : "flip-at-least-about";
            // Less than nothing there is not.
            case AT_MOST ->
                !flip.atText().matches(".*[1-9].*") ? "flip-to" : flip.exact() ? "flip-at-most" : "flip-at-most-about";
        };
        String result = switch (flip.result()) {
            case Counterfactual.Result.Decides decides ->
                wording.plain("flip-decides", new FlowLabels(flow).verdict(decides.verdict()), decides.leverLabel());
            case Counterfactual.Result.Asks asks -> wording.plain("flip-asks", String.join(", ", asks.labels()));
        };
        return wording.plain(phrase, flip.label(), flip.atText(), result);
    }

    /** Where money decided: up to which values of figures that nobody knows the answer holds, where others are within reach. `besides`: facts that are told anyway. */
    String flipsOfAssumed(Advice advice, Outlook outlook, List<String> besides) {
        boolean money = advice.decision().orElseThrow().recommendation() != null;
        return advice.assumptions().stream()
                .filter(each -> money && each.given().value() instanceof Value.Quantity)
                .filter(each -> !besides.contains(each.fact()))
                .flatMap(each -> outlook.near(each.fact()).stream()
                        .filter(Counterfactual::isThreshold)
                        .limit(1))
                .map(this::flip)
                .collect(Collectors.joining("; "));
    }

    /** What was taken for granted, and whether it matters. */
    public List<Block> assumptions(List<Assumed> assumed, Outlook outlook) {
        return bullets(assumed.stream()
                .map(each -> wording.plain(
                        each.fact().isEmpty()
                                ? "assumed-figure"
                                : outlook.matters(each.fact()) ? "assumed-matters" : "assumed-same",
                        each.label(),
                        each.value()))
                .map(Text::plain)
                .toList());
    }

    /** The same without whether it matters, which takes looking for. */
    List<Block> taken(List<Assumed> assumed) {
        return bullets(assumed.stream()
                .map(each -> wording.plain(
                        each.fact().isEmpty() ? "assumed-figure" : "card-assumed-one", each.label(), each.value()))
                .map(Text::plain)
                .toList());
    }

    /** All that the answer and the money beside it rest on and nobody said. */
    public List<Assumed> assumed(Advice advice, Optional<CostComparison> cost) {
        return new AssumedFigures(flow, wording).of(advice, cost);
    }

    /** The levers of whose place the answers give a reason. */
    public List<Block> ladder(Advice advice) {
        return bullets(advice.ladder().stream()
                .filter(rung -> rung.state() != LadderStep.State.LATER)
                .map(this::rung)
                .toList());
    }

    private Text rung(LadderStep rung) {
        String place = switch (rung.state()) {
            case DONE -> "ladder-done";
            case NOW -> "ladder-now";
            case NEXT -> "ladder-next";
            case LATER -> "ladder-later";
            case NOT_FOR_THIS -> "ladder-not-for-this";
        };
        Text name = Text.strong(rung.label()).then(Text.plain(" – " + wording.plain(place)));
        return rung.text().isEmpty() ? name : name.then(Text.plain(": " + rung.text()));
    }

    private static List<Block> bullets(List<Text> items) {
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }
}
