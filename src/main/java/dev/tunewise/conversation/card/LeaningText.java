package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.form.FormAnswers;
import dev.tunewise.conversation.form.OpeningAnswer;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.interview.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what the answers lean to, how likely that is to stand, how it moved, and what it hangs on. Where no step is likely enough to be named, the
 * verdict alone; where what was said tells a team from no other, that too little is known and what decides it.
 */
public record LeaningText(FlowContext kit) {
    private static final String CARD = "leaning-card";
    private static final int MOST_STEPS = 3;
    private static final int MOST_QUESTIONS = 2;
    /** In percent: what is less sure than that is no answer. */
    private static final int LIKELY = 65;

    private static final int SURE = 85;
    /** What moves a verdict by less is no reason for it. */
    private static final double LEAST_WEIGHT = 0.03;

    private static final int LONGEST_QUOTE = 120;
    /** A word or two say nothing by themselves. */
    private static final int TELLING = 3;

    /** Whether what was said bears on the verdict. */
    public boolean tells(Change.Leaned now, ConversationState state) {
        return standsOut(now) || !likeliest(state).isEmpty() && whole(now, state) >= 100 * Forecast.LIKELY;
    }

    /** The leaning with its move since the one before. */
    public Text of(ThreadState.Leaning leaning, ConversationState state) {
        Change.Leaned now = leaning.now();
        if (!standsOut(now)) {
            String steps = likeliest(state).stream()
                    .map(step -> kit.words().lever(step.lever()) + " " + Math.round(100 * step.probability()) + " %")
                    .collect(Collectors.joining(", "));
            Text open = open(CARD, now, state);
            return understood(
                    steps.isEmpty() ? open : open.then(Text.plain(" ")).then(kit.text("leaning-likeliest", steps)),
                    state);
        }
        Change.Leaned before = leaning.before();
        boolean moved =
                now.probability() != before.probability() || !now.headline().equals(before.headline());
        Text text = !moved || !standsOut(before)
                ? kit.text("leaning", now.headline(), now.probability())
                : now.headline().equals(before.headline())
                        ? kit.text("leaning-moved", now.headline(), before.probability(), now.probability())
                        : kit.text(
                                "leaning-turned",
                                now.headline(),
                                now.probability(),
                                before.headline(),
                                before.probability());
        return understood(decides(text, now), state);
    }

    /** The first leaning, in the thread. */
    public Text first(Change.Leaned now, ConversationState state) {
        return standsOut(now)
                ? decides(
                        kit.text(
                                "leaning-first",
                                now.headline(),
                                now.probability(),
                                whole(now, state),
                                kit.words().verdict(now.verdict())),
                        now)
                : open("leaning-open", now, state);
    }

    /** The leaning as an answer to the general question, for where no more particular one was put. */
    public Text general(Change.Leaned now, ConversationState state) {
        return standsOut(now)
                ? kit.text(
                        "leaning-general",
                        verdict(now),
                        kit.words().lever(now.lever()),
                        kit.words().does(now.lever()))
                : open("leaning-open", now, state);
    }

    /** The leaning as the answer to whether to train: yes or no with what of the message weighs most, or what it hangs on. */
    public OpeningAnswer.Judgement judgement(Change.Leaned now, ConversationState state) {
        int whole = whole(now, state);
        Map<String, FormAnswers.Likely> steps = FormAnswers.likely(kit.leaning(state), kit.words()::lever);
        if (whole < LIKELY) {
            String first = now.decides().isEmpty()
                    ? ""
                    : kit.words().question(kit.fact(now.decides().getFirst()));
            return new OpeningAnswer.Judgement("", kit.text("verdict-open", first), Text.plain(""), steps);
        }
        String verdict = whole < SURE
                ? kit.plain("verdict-probably", verdict(now))
                : kit.words().verdict(now.verdict());
        Text said = telling(now, state)
                .filter(quote -> quote.split(" ").length >= TELLING)
                .map(quote -> kit.text("verdict-because", verdict, quote))
                .orElseGet(() -> kit.text("verdict-alone", verdict));
        boolean likely = now.probability() >= LIKELY;
        Text first = likely ? kit.text("verdict-first", kit.words().lever(now.lever())) : Text.plain("");
        return new OpeningAnswer.Judgement(now.verdict(), said, first, steps);
    }

    /** The words about what is wrong or was done without which the verdict would be least sure; nothing where it hangs on none. */
    private Optional<String> telling(Change.Leaned now, ConversationState state) {
        GivenCase all = kit.understood(state);
        double with = verdictOf(all, now);
        return state.held().entrySet().stream()
                .filter(each -> !each.getValue().assumed()
                        && !each.getValue().quote().isEmpty()
                        && kit.fact(each.getKey()).type() == FactType.CHOICES
                        && !kit.flow().isAsked(each.getKey()))
                .map(each -> Map.entry(each.getValue().quote(), verdictOf(all.without(each.getKey()), now)))
                .filter(each -> each.getValue() < with - LEAST_WEIGHT)
                .min(Map.Entry.comparingByValue())
                .map(each -> Truncate.atWord(each.getKey(), LONGEST_QUOTE));
    }

    private double verdictOf(GivenCase given, Change.Leaned now) {
        return kit.counsel()
                .forecast(given)
                .map(forecast -> forecast.rule().verdict().equals(now.verdict())
                        ? forecast.verdictProbability()
                        : 1 - forecast.verdictProbability())
                .orElse(0.0);
    }

    /** What may come first and what it asks for, where no step stands out yet but what was said points to some; else nothing. */
    public List<Block> steps(Change.Leaned now, ConversationState state) {
        List<Text> steps = standsOut(now)
                ? List.of()
                : likeliest(state).stream()
                        .map(step -> kit.text(
                                "leaning-step",
                                kit.words().lever(step.lever()),
                                kit.words().does(step.lever())))
                        .toList();
        return steps.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(kit.wording().text("leaning-steps")), new Block.Bullets(steps));
    }

    /** What it leans to and, for each fact that decides, where its answers would lead; nothing where it does not lean. */
    public List<Block> hangs(ConversationState state) {
        ThreadState.Leaning leaning = state.shown().leaning();
        Optional<Forecast> forecast = kit.leaning(state);
        if (leaning == null || forecast.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(of(leaning, state))));
        for (String fact : leaning.now().decides()) {
            List<String> leads = new AnswerLeads(kit).lines(kit.fact(fact), forecast.get());
            if (!leads.isEmpty()) {
                blocks.add(new Block.Paragraph(Text.strong(kit.label(fact))));
                blocks.add(new Block.Bullets(leads.stream().map(Text::plain).toList()));
            }
        }
        return blocks;
    }

    /** Says whether a step is likely enough to be named, or nothing can change it. */
    public static boolean standsOut(Change.Leaned now) {
        return now.probability() >= 100 * Forecast.NAMED || now.decides().isEmpty();
    }

    /** The verdict alone where what was said bears on it; else what decides first. */
    private Text open(String key, Change.Leaned now, ConversationState state) {
        String first = now.decides().getFirst();
        String question = kit.words().question(kit.fact(first));
        if (tells(now, state)) {
            return key.equals(CARD)
                    ? kit.text(key, verdict(now), whole(now, state), questions(now))
                    : kit.text(key, verdict(now), question);
        }
        return kit.text(key.equals(CARD) ? "leaning-unknown" : "leaning-unsaid", question);
    }

    /** The likeliest steps of which one is more likely right than not; none where what was said changes nothing, or that takes too many. */
    private List<Forecast.Step> likeliest(ConversationState state) {
        Optional<Forecast> anybody = kit.counsel().forecast(new GivenCase(Answers.none(), state.parameters()));
        List<Forecast.Step> some = kit.leaning(state)
                .filter(forecast -> anybody.filter(forecast::differs).isPresent())
                .map(Forecast::steps)
                .orElse(List.of());
        List<Forecast.Step> named = new ArrayList<>();
        double share = 0;
        for (Forecast.Step step : some.subList(0, Math.min(MOST_STEPS, some.size()))) {
            if (share < Forecast.LIKELY) {
                named.add(step);
                share += step.probability();
            }
        }
        return share < Forecast.LIKELY ? List.of() : named;
    }

    /** Adds what was taken in although nobody confirmed it. */
    private Text understood(Text text, ConversationState state) {
        Answers known = state.answers();
        String facts = state.understood().all().entrySet().stream()
                .filter(each -> each.getValue().read() && !known.knows(each.getKey()))
                .map(each -> kit.label(each.getKey()) + ": "
                        + kit.shown(each.getKey(), each.getValue().value()))
                .collect(Collectors.joining(" · "));
        return facts.isEmpty() ? text : text.then(Text.plain(" ")).then(kit.text("leaning-understood", facts));
    }

    private String verdict(Change.Leaned now) {
        return kit.words().verdict(now.verdict()).toLowerCase(Locale.ROOT);
    }

    private int whole(Change.Leaned now, ConversationState state) {
        double whole = kit.leaning(state).map(Forecast::verdictProbability).orElse(now.probability() / 100.0);
        return now.probability() == 100 ? 100 : (int) Math.clamp(Math.round(100 * whole), now.probability(), 99);
    }

    private String questions(Change.Leaned now) {
        return now.decides().stream()
                .limit(MOST_QUESTIONS)
                .map(fact -> kit.words().question(kit.fact(fact)))
                .collect(Collectors.joining(" "));
    }

    private Text decides(Text text, Change.Leaned now) {
        if (now.decides().isEmpty()) {
            return text;
        }
        return text.then(Text.plain(" ")).then(kit.text("leaning-decides", questions(now)));
    }
}
