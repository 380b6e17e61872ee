package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.wording.OutcomeText;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.AmountMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The summary of a consultation for people who were not there: question, answer, figure, who took part, what is open. */
public record SummaryCard(FlowContext kit) {
    public record Told(boolean decided, List<Block> blocks, String plain) {}

    /** The summary as things stand. */
    public Told tell(ConversationState state, QuestionPlan agenda, boolean costs) {
        Optional<RenderedAdvice> advice =
                agenda.decided() ? Optional.of(kit.counsel().advise(kit.theCase(state))) : Optional.empty();
        String title = new RootCard(kit).title(state, costs);
        List<Block.Pair> pairs = new ArrayList<>();
        String verdict = advice.map(each -> costs ? each.headline() : each.withoutCosts())
                .orElse(kit.plain("summary-undecided"));
        advice.ifPresent(given -> decided(given, state, costs, pairs));
        pairs.add(pair("summary-people", Text.plain(RootCard.people(state))));
        FollowUp followUp = state.mind().followUp();
        if (followUp.owner() == null && advice.isPresent()) {
            pairs.add(pair("root-owner", kit.text("summary-no-owner")));
        }
        pairs.addAll(new DecisionCardRows(kit).after(followUp, costs));
        pairs.add(pair("summary-open", Text.plain(open(state, agenda, advice))));
        List<Block> blocks = new ArrayList<>(
                List.of(new Block.Heading(title), new Block.Paragraph(Text.strong(verdict)), new Block.Pairs(pairs)));
        blocks.addAll(new AssumedList(kit).of(state, advice.map(RenderedAdvice::card), costs));
        return new Told(advice.isPresent(), blocks, kit.plain("summary-plain", title, verdict));
    }

    /** What to say where an answer that was told changed or stands no more. */
    public Optional<Text> retraction(ConversationState before, ConversationState after, boolean costs) {
        if (!(before.shown().items().get(before.shown().lastAnswer()) instanceof ThreadState.Given given)) {
            return Optional.empty();
        }
        ThreadState.Said standing = after.shown().said();
        String title = new RootCard(kit).title(after, costs);
        String old = costs ? given.headline() : given.withoutCosts();
        if (standing == null) {
            // What an older version told has no words for those who may see no costs.
            return before.concluded()
                    .map(_ -> old.isEmpty()
                            ? kit.text("summary-withdrawn-untold", title)
                            : kit.text("summary-withdrawn", title, old));
        }
        ThreadState.Given now = standing.given();
        String fresh = costs ? now.headline() : now.withoutCosts();
        Optional<Text> people = decidedOtherwise(before, after, title, fresh, costs);
        if (people.isPresent()) {
            return people;
        }
        boolean stays = now.withoutCosts().equals(given.withoutCosts());
        FollowUp.Moved moved = moved(before, after);
        boolean figures = moved != null && costs && given.brief().equals(now.brief());
        if (!given.brief().isEmpty() && !now.headline().equals(given.headline()) && !figures) {
            String cause = moved != null ? moved.cause() : changed(before, after);
            if (!cause.isEmpty()) {
                return Optional.of(
                        !given.brief().equals(now.brief())
                                ? kit.text("summary-brief", title, cause, given.brief(), now.brief())
                                : stays(
                                        title,
                                        cause,
                                        now.brief(),
                                        costs ? gain(before) : "",
                                        costs ? gain(after) : ""));
            }
        }
        if (costs && moved != null) {
            return Optional.of(
                    stays
                            ? kit.text(
                                    "summary-figures-moved", title, moved.cause(), moved.before(), moved.now(), fresh)
                            : kit.text("summary-answer-moved", title, moved.cause(), old, fresh));
        }
        if (!now.headline().equals(given.headline())) {
            return Optional.of(
                    fresh.equals(old)
                            ? kit.text("summary-figures-changed", title, fresh)
                            : old.isEmpty()
                                    ? kit.text("summary-changed-untold", title, fresh)
                                    : kit.text("summary-changed", title, old, fresh));
        }
        // What was told to stand no more is told to stand again.
        return before.concluded().isPresent() ? Optional.empty() : Optional.of(kit.text("summary-again", title, fresh));
    }

    /** People withdrew a decision, put another into its place, or took that back. */
    private Optional<Text> decidedOtherwise(
            ConversationState before, ConversationState after, String title, String fresh, boolean costs) {
        FollowUp.Superseded was = before.mind().followUp().superseded();
        FollowUp.Superseded is = after.mind().followUp().superseded();
        if (is == null) {
            return was == null ? Optional.empty() : Optional.of(kit.text("summary-again", title, fresh));
        }
        if (is.equals(was)) {
            return Optional.empty();
        }
        return Optional.of(
                is.by().isEmpty() || !costs && AmountMention.in(is.by())
                        ? kit.text("summary-superseded", title)
                        : kit.text("summary-superseded-by", title, is.by()));
    }

    private Text stays(String title, String cause, String brief, String was, String is) {
        return was.isEmpty() || is.isEmpty() || was.equals(is)
                ? kit.text("summary-brief-same", title, cause, brief)
                : kit.text("summary-brief-figures", title, cause, brief, was, is);
    }

    /** What a state's answer brings a month by the prices of today, so that only what was said makes the difference. */
    private String gain(ConversationState state) {
        return OutcomeText.gain(
                kit.wording(), kit.counsel().bearing(kit.theCase(state)).gain());
    }

    /** An answer to be noted as given, with what to call it in a few words: its verdict with its option, or its lever where it has none. */
    public static Change.Concluded concluded(FlowContext kit, String rule, RenderedAdvice advice) {
        String option = advice.bearing().option().isEmpty()
                ? kit.words().lever(advice.lever())
                : advice.bearing().option();
        String brief = kit.plain("summary-answer", kit.words().verdict(advice.verdict()), option);
        return new Change.Concluded(rule, advice.verdict(), advice.headline(), advice.withoutCosts(), brief);
    }

    /** What the watch found between two states; null where it found nothing new. */
    private static FollowUp.@Nullable Moved moved(ConversationState before, ConversationState after) {
        FollowUp.Moved now = after.mind().followUp().moved();
        return now == null || now.equals(before.mind().followUp().moved()) ? null : now;
    }

    /** Which answers are others than before; empty where none is. */
    private String changed(ConversationState before, ConversationState after) {
        Map<String, SourcedAnswer> known = before.answers().stated().all();
        Map<String, SourcedAnswer> now = after.answers().stated().all();
        List<String> labels = Stream.concat(now.keySet().stream(), known.keySet().stream())
                .distinct()
                .filter(fact -> !now.containsKey(fact)
                        || !known.containsKey(fact)
                        || !now.get(fact).value().equals(known.get(fact).value()))
                .map(fact -> now.containsKey(fact)
                        ? kit.label(fact) + ": " + kit.shown(fact, now.get(fact).value())
                        : kit.label(fact))
                .limit(3)
                .toList();
        return labels.isEmpty() ? "" : kit.plain("summary-cause", String.join(", ", labels));
    }

    /**
     * The card of the answer with how sure its option is, and what that brings a month with its range; where the answer names another option than the
     * best by money, what it costs itself.
     */
    private void decided(RenderedAdvice advice, ConversationState state, boolean costs, List<Block.Pair> pairs) {
        DecisionCard.Kind named = advice.card().after() ? DecisionCard.Kind.AFTER : DecisionCard.Kind.ACTION;
        RenderedAdvice.Gain best = advice.gain();
        boolean told = best != null
                && advice.card().rows().stream()
                        .anyMatch(row -> row.kind() == named && row.text().startsWith(best.option()));
        RenderedAdvice.Gain gain = told ? best : null;
        List<DecisionCard.Row> rows = advice.card().rows().stream()
                .filter(row -> row.kind() != DecisionCard.Kind.ASSUMED)
                .map(row -> gain == null || row.kind() != named
                        ? row
                        : row.saying(kit.plain("summary-option-sure", gain.option(), gain.probability())))
                .toList();
        pairs.addAll(new DecisionCardRows(kit).of(advice.card().with(rows), state, costs));
        String monthly = advice.card().after() ? "summary-monthly-after" : "summary-monthly";
        if (costs && gain != null) {
            String text = OutcomeText.gain(kit.wording(), gain.monthly());
            pairs.add(pair(monthly, gain.beforeErrors() ? kit.text("summary-before-errors", text) : Text.plain(text)));
        } else if (costs && !advice.monthly().isEmpty()) {
            pairs.add(pair("summary-monthly", Text.plain(advice.monthly())));
        }
    }

    private Block.Pair pair(String name, Text value) {
        return new Block.Pair(kit.plain(name), value);
    }

    /** What the thread has to decide or is asked for. */
    public List<String> missing(ConversationState state, QuestionPlan agenda) {
        List<String> missing = new ArrayList<>();
        state.doubts().keySet().forEach(fact -> missing.add(kit.label(fact)));
        agenda.asking().forEach(fact -> missing.add(kit.label(fact)));
        return missing;
    }

    private String open(ConversationState state, QuestionPlan agenda, Optional<RenderedAdvice> advice) {
        List<String> open = new ArrayList<>(missing(state, agenda));
        advice.ifPresent(given -> {
            open.addAll(given.open());
            String assumed = given.card().assumed().stream()
                    .filter(each -> !each.fact().isEmpty() && given.outlook().matters(each.fact()))
                    .map(each -> kit.plain("summary-open-name", each.label()))
                    .collect(Collectors.joining(", "));
            if (!assumed.isEmpty()) {
                open.add(kit.plain("summary-open-assumed", assumed));
            }
        });
        return open.isEmpty()
                ? kit.plain("summary-nothing-open")
                : String.join(" · ", open.stream().distinct().toList());
    }
}
