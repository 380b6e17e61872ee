package dev.tunewise.conversation.answer;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.SourceLinks;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows an answer: what fits on the first screen in the open (verdict, reasons, what to do now), everything else folded under a title that says what
 * it holds.
 */
public record AnswerBlocks(Flow flow) {
    private static final int FLIPS = 6;
    private static final Messages WORDING = Messages.english();

    /** The parts of an answer one by one, for whoever arranges them otherwise. */
    public AnswerSections sections() {
        return new AnswerSections(flow, WORDING);
    }

    /**
     * The whole answer; nothing where nothing is decided.
     *
     * @param cost the comparison of costs, where the answers are enough for one
     */
    public List<Block> answer(Advice advice, Optional<CostComparison> cost, CaseAnswer answer) {
        return advice.decision()
                .map(decision -> {
                    List<Block> blocks = new ArrayList<>();
                    if (!answer.literal().equals(decision.headline())) {
                        blocks.addAll(new CaseBlocks(WORDING)
                                .literal(answer, new OpeningAnswer.Judgement(decision.verdict(), Text.plain(""))));
                        if (!blocks.isEmpty() && !decision.asksGates()) {
                            first(advice, answer).ifPresent(blocks::add);
                        }
                    }
                    blocks.add(new Block.Heading(decision.headline()));
                    List<Block> body = new CaseBlocks(WORDING).body(answer);
                    blocks.addAll(body);
                    if (answer.moves().isEmpty()) {
                        blocks.add(reasons(decision));
                    } else {
                        fold(WORDING.plain("reasons"), List.of(reasons(decision)), blocks);
                    }
                    folded(decision, advice, cost).forEach(blocks::add);
                    return blocks;
                })
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** Which step comes before those of an answer to what was asked, where that answer does not speak of it. */
    private Optional<Block> first(Advice advice, CaseAnswer answer) {
        String told = answer.answers().stream()
                .map(each -> each.text() + " " + String.join(" ", each.steps()))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return advice.rung(LadderStep.State.NOW)
                .map(LadderStep::label)
                .filter(label -> ownWords(label, advice).noneMatch(told::contains))
                .map(label -> new Block.Paragraph(WORDING.text("answer-first", label)));
    }

    /** The words of a step's name that no other step has in its name. */
    private static Stream<String> ownWords(String label, Advice advice) {
        Set<String> others = advice.ladder().stream()
                .filter(step -> !step.label().equals(label))
                .flatMap(step -> words(step.label()))
                .collect(Collectors.toSet());
        return words(label).filter(word -> !others.contains(word));
    }

    private static Stream<String> words(String label) {
        return Stream.of(label.toLowerCase(Locale.ROOT).split("\\P{L}+")).filter(word -> word.length() > 3);
    }

    /**
     * What somebody who decides reads first.
     *
     * @param cost the comparison of costs, where the answers are enough for one
     */
    public DecisionCard card(Advice advice, Outlook outlook, Optional<CostComparison> cost, CaseAnswer answer) {
        return new DecisionCardBuilder(WORDING, sections(), flow.controls().thresholds())
                .card(advice, outlook, cost, answer);
    }

    private Block reasons(Decision decision) {
        Set<String> shown = new HashSet<>();
        return new Block.Bullets(
                decision.reasons().stream().map(reason -> reason(reason, shown)).toList());
    }

    /** A reason with the answers it rests on, unless it says them itself or one above did, and with its sources. */
    private Text reason(Decision.Reason reason, Set<String> shown) {
        Stream<String> basis = reason.basis().stream()
                .filter(each -> !reason.text().contains(each.value()))
                .filter(each -> shown.add(each.fact()))
                .map(this::brief);
        String aside = basis.collect(Collectors.joining(" · "));
        Text text = Text.plain(reason.text());
        return (aside.isEmpty()
                        ? text
                        : text.then(new Text(List.of(new Text.Plain(" "), new Text.Emphasis("(" + aside + ")")))))
                .then(SourceLinks.of(reason.sources()));
    }

    private String brief(Evidence basis) {
        SourcedAnswer given = basis.given();
        boolean assumed = given != null && given.assumed();
        return basis.label() + ": " + (assumed ? WORDING.plain("basis-assumed", basis.value()) : basis.value());
    }

    private List<Block> folded(Decision decision, Advice advice, Optional<CostComparison> cost) {
        List<Block> blocks = new ArrayList<>();
        cost.ifPresent(view -> fold(WORDING.plain("cost"), sections().cost(view, true), blocks));
        if (decision.asksGates()) {
            fold(sections().gatesTitle(advice), sections().gates(advice), blocks);
            fold(WORDING.plain("plan"), sections().plan(), blocks);
        }
        fold(WORDING.plain("findings", advice.findings().size()), sections().findings(advice), blocks);
        List<DecisionCard.Assumed> assumed = sections().assumed(advice, cost);
        fold(WORDING.plain("assumed", assumed.size()), sections().taken(assumed), blocks);
        fold(WORDING.plain("ladder"), sections().ladder(advice), blocks);
        fold(WORDING.plain("explanation"), sections().explanation(advice), blocks);
        return blocks;
    }

    /** What would change the answer and what of the assumed matters: told when it is asked for, since it takes longer than all the rest. */
    List<Block> changes(Advice advice, Outlook outlook, Optional<CostComparison> cost) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(Text.strong(WORDING.plain("flips")))));
        blocks.addAll(sections().flips(outlook, FLIPS));
        List<DecisionCard.Assumed> assumed = sections().assumed(advice, cost);
        fold(WORDING.plain("assumed", assumed.size()), sections().assumptions(assumed, outlook), blocks);
        return blocks;
    }

    private static void fold(String summary, List<Block> held, List<Block> blocks) {
        if (!held.isEmpty()) {
            blocks.add(new Block.Details(summary, held));
        }
    }
}
