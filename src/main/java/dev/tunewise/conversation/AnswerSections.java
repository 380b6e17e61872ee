package dev.tunewise.conversation;

import dev.tunewise.advice.Advice;
import dev.tunewise.advice.Assumption;
import dev.tunewise.advice.CostView;
import dev.tunewise.advice.Flip;
import dev.tunewise.advice.GateState;
import dev.tunewise.advice.Outlook;
import dev.tunewise.advice.Rung;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of an answer, each complete in itself; a part that has nothing to say is empty. */
public final class AnswerSections {
    /** Ordered texts of a flow are numbered in words. */
    private static final List<String> ORDER =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final Flow flow;
    private final AnswerWording wording;
    private final CostSection cost;
    private final ExplanationSection explanation;

    AnswerSections(Flow flow, AnswerWording wording) {
        this.flow = flow;
        this.wording = wording;
        cost = new CostSection(wording);
        explanation = new ExplanationSection(flow, wording);
    }

    /**
     * The comparison of costs.
     *
     * @param brief whether only the options that matter are shown, without the reckoning of each
     */
    public List<Block> cost(CostView view, boolean brief) {
        return cost.blocks(view, brief);
    }

    /** How the verdict came about. */
    public List<Block> explanation(Advice advice) {
        return explanation.blocks(advice);
    }

    /** The title over the gates, with how many are open. */
    public String gatesTitle(Advice advice) {
        long open = advice.gates().stream()
                .filter(gate -> gate.state() == GateState.State.OPEN)
                .count();
        return open == 0 ? wording.text(AnswerPhrase.GATES_ALL_MET) : wording.text(AnswerPhrase.GATES, open);
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
            case MET -> wording.text(AnswerPhrase.GATE_MET, gate.name());
            case OPEN -> wording.text(AnswerPhrase.GATE_OPEN, gate.name(), gate.todo());
            case TO_DO -> wording.text(AnswerPhrase.GATE_TO_DO, todo);
        };
    }

    /** The risks seen in the answers. */
    public List<Block> findings(Advice advice) {
        return bullets(advice.findings().stream()
                .map(finding -> Text.strong(finding.title()).then(Text.plain(". " + finding.text())))
                .toList());
    }

    /** Training plan, rollout and upkeep, in the flow's words. */
    public List<Block> plan() {
        List<Block> blocks = new ArrayList<>();
        steps(AnswerPhrase.PLAN_TRAINING, "answer.plan.", blocks);
        steps(AnswerPhrase.PLAN_ROLLOUT, "answer.rollout.", blocks);
        steps(AnswerPhrase.PLAN_UPKEEP, "answer.upkeep.", blocks);
        return blocks;
    }

    private void steps(AnswerPhrase title, String keys, List<Block> blocks) {
        List<Text> steps = ORDER.stream()
                .map(number -> flow.texts().find(keys + number))
                .flatMap(Optional::stream)
                .map(Text::plain)
                .toList();
        if (!steps.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong(wording.text(title))));
            blocks.add(new Block.Bullets(steps));
        }
    }

    /**
     * What would change the answer.
     *
     * @param most at most so many, the nearest ones
     */
    public List<Block> flips(Outlook outlook, int most) {
        if (outlook.flips().isEmpty()) {
            return List.of(new Block.Paragraph(Text.plain(wording.text(AnswerPhrase.FLIPS_NONE))));
        }
        List<Text> items = new ArrayList<>();
        outlook.flips().stream().limit(most).map(this::flip).map(Text::plain).forEach(items::add);
        int more = outlook.flips().size() - items.size();
        if (more > 0) {
            items.add(Text.plain(wording.text(AnswerPhrase.FLIPS_MORE, more)));
        }
        List<Block> blocks = new ArrayList<>(bullets(items));
        if (!outlook.complete()) {
            blocks.add(new Block.Paragraph(Text.plain(wording.text(AnswerPhrase.FLIPS_INCOMPLETE))));
        }
        return blocks;
    }

    private String flip(Flip flip) {
        AnswerPhrase phrase = switch (flip.kind()) {
            case TO -> AnswerPhrase.FLIP_TO;
            case WITH -> AnswerPhrase.FLIP_WITH;
            case WITHOUT -> AnswerPhrase.FLIP_WITHOUT;
            case AT_LEAST -> flip.exact() ? AnswerPhrase.FLIP_AT_LEAST : AnswerPhrase.FLIP_AT_LEAST_ABOUT;
            case AT_MOST -> flip.exact() ? AnswerPhrase.FLIP_AT_MOST : AnswerPhrase.FLIP_AT_MOST_ABOUT;
        };
        String result = switch (flip.result()) {
            case Flip.Result.Decides decides ->
                wording.text(AnswerPhrase.FLIP_DECIDES, verdict(flow, decides.verdict()), decides.leverLabel());
            case Flip.Result.Asks asks -> wording.text(AnswerPhrase.FLIP_ASKS, String.join(", ", asks.labels()));
        };
        return wording.text(phrase, flip.label(), flip.atText(), result);
    }

    /** What was taken for granted, and whether it matters. */
    public List<Block> assumptions(Advice advice, Outlook outlook) {
        return bullets(advice.assumptions().stream()
                .map(each -> assumption(each, outlook))
                .map(Text::plain)
                .toList());
    }

    private String assumption(Assumption assumption, Outlook outlook) {
        AnswerPhrase phrase =
                outlook.matters(assumption.fact()) ? AnswerPhrase.ASSUMED_MATTERS : AnswerPhrase.ASSUMED_SAME;
        return wording.text(phrase, assumption.label(), assumption.value());
    }

    /** Every lever with its place. */
    public List<Block> ladder(Advice advice) {
        return bullets(advice.ladder().stream().map(this::rung).toList());
    }

    private Text rung(Rung rung) {
        AnswerPhrase place = switch (rung.state()) {
            case DONE -> AnswerPhrase.LADDER_DONE;
            case NOW -> AnswerPhrase.LADDER_NOW;
            case NEXT -> AnswerPhrase.LADDER_NEXT;
            case LATER -> AnswerPhrase.LADDER_LATER;
            case NOT_FOR_THIS -> AnswerPhrase.LADDER_NOT_FOR_THIS;
        };
        Text name = Text.strong(rung.label()).then(Text.plain(" – " + wording.text(place)));
        return rung.text().isEmpty() ? name : name.then(Text.plain(": " + rung.text()));
    }

    static String verdict(Flow flow, String verdict) {
        return flow.texts().find("verdicts." + verdict).orElse(verdict);
    }

    private static List<Block> bullets(List<Text> items) {
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }
}
