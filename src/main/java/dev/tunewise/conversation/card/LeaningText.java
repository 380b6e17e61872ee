package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.forecast.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what the answers lean to, how likely that is to stand, how it moved, and what it hangs on. */
public record LeaningText(FlowContext kit) {
    /** A step that is less likely than this, in percent, is not told as the answer. */
    private static final int TELLING = 40;
    /** From this share on a step is named beside others. */
    private static final double WORTH_NAMING = 0.1;

    private static final int MOST_STEPS = 3;

    /** The leaning with its move since the one before. */
    public Text of(ThreadState.Leaning leaning) {
        Change.Leaned now = leaning.now();
        Change.Leaned before = leaning.before();
        Text text = now.probability() == before.probability() && now.headline().equals(before.headline())
                ? kit.text("leaning", now.headline(), now.probability())
                : now.headline().equals(before.headline())
                        ? kit.text("leaning-moved", now.headline(), before.probability(), now.probability())
                        : kit.text(
                                "leaning-turned",
                                now.headline(),
                                now.probability(),
                                before.headline(),
                                before.probability());
        return decides(text, now);
    }

    /** The first leaning, in the thread. */
    public Text first(Change.Leaned now, ConversationState state) {
        if (isOpen(now)) {
            return open("leaning-beside", now, state);
        }
        return decides(
                kit.text(
                        "leaning-first",
                        now.headline(),
                        now.probability(),
                        whole(now, state),
                        kit.words().verdict(now.verdict())),
                now);
    }

    /** The leaning as an answer to the general question, for where no more particular one was put. */
    public Text general(Change.Leaned now, ConversationState state) {
        if (isOpen(now)) {
            return open("leaning-open", now, state);
        }
        return kit.text(
                "leaning-general",
                verdict(now),
                kit.words().lever(now.lever()),
                kit.words().does(now.lever()));
    }

    /** What may come first and what it asks for, where no step stands out yet; else nothing. */
    public List<Block> steps(Change.Leaned now, ConversationState state) {
        if (!isOpen(now)) {
            return List.of();
        }
        List<Text> steps = kit.forecast(state).map(Forecast::steps).orElse(List.of()).stream()
                .filter(step -> step.probability() >= WORTH_NAMING)
                .limit(MOST_STEPS)
                .map(step -> kit.wording()
                        .text(
                                "leaning-step",
                                kit.words().lever(step.lever()),
                                Math.round(100 * step.probability()),
                                kit.words().does(step.lever())))
                .toList();
        return steps.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(kit.wording().text("leaning-steps")), new Block.Bullets(steps));
    }

    /** What it leans to and, for each fact that decides, where its answers would lead; nothing where it does not lean. */
    public List<Block> hangs(ConversationState state) {
        ThreadState.Leaning leaning = state.shown().leaning();
        Optional<Forecast> forecast = kit.forecast(state);
        if (leaning == null || forecast.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(of(leaning))));
        for (String fact : leaning.now().decides()) {
            List<String> leads = new AnswerLeads(kit).lines(kit.fact(fact), forecast.get());
            if (!leads.isEmpty()) {
                blocks.add(new Block.Paragraph(Text.strong(kit.label(fact))));
                blocks.add(new Block.Bullets(leads.stream().map(Text::plain).toList()));
            }
        }
        return blocks;
    }

    private Text open(String key, Change.Leaned now, ConversationState state) {
        return kit.text(key, verdict(now), whole(now, state), labels(now));
    }

    private String verdict(Change.Leaned now) {
        return kit.words().verdict(now.verdict()).toLowerCase(Locale.ROOT);
    }

    /** Says whether no step stands out yet. */
    public static boolean isOpen(Change.Leaned now) {
        return now.probability() < TELLING && !now.decides().isEmpty();
    }

    private int whole(Change.Leaned now, ConversationState state) {
        double whole = kit.forecast(state).map(Forecast::verdictProbability).orElse(now.probability() / 100.0);
        return now.probability() == 100 ? 100 : (int) Math.clamp(Math.round(100 * whole), now.probability(), 99);
    }

    private String labels(Change.Leaned now) {
        return now.decides().stream().map(kit.words()::label).collect(Collectors.joining(", "));
    }

    private Text decides(Text text, Change.Leaned now) {
        if (now.decides().isEmpty()) {
            return text;
        }
        return text.then(Text.plain(" ")).then(kit.text("leaning-decides", labels(now)));
    }
}
