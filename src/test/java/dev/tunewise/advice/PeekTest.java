package dev.tunewise.advice;

import dev.tunewise.chat.*;
import dev.tunewise.conversation.*;
import dev.tunewise.flow.*;
import dev.tunewise.flowfile.*;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;

class PeekTest {
    @Test
    void peek() {
        Loading loading = new FlowLoader().load(Path.of("conversation-flows/fine-tuning"));
        if (loading instanceof Loading.Refused r) { System.out.println(r); return; }
        Loading.Loaded loaded = (Loading.Loaded) loading;
        Flow flow = loaded.flow();
        Figures figures = known -> {
            double calls = (Double) known.getOrDefault("calls_per_day", 0.0);
            Map<String, Object> m = new HashMap<>();
            m.put("payback_months", calls <= 0 ? Double.POSITIVE_INFINITY : 100000.0 / calls);
            m.put("horizon_months", 12.0);
            m.put("break_even_calls_per_day", 8333.0);
            m.put("best_tuning", "fine-tune-api");
            m.put("best_without_training", "caching");
            m.put("eval_items_needed", 400.0);
            m.put("model_standing", "current");
            m.put("model_kind", "closed-frontier");
            return m; };
        Adviser adviser = new Adviser(flow, figures);
        AnswerBlocks ab = new AnswerBlocks(flow);
        for (Story story : loaded.stories()) {
            Answers a = Answers.of(story.facts());
            Advice advice = adviser.advise(a);
            Outlook o = adviser.outlook(a);
            System.out.println("######## " + story.name() + " " + o.flips().size());
            show(ab.answer(advice, o, Optional.empty()), "");
        }
        for (int round = 0; round < 30; round++) {
            long t = System.nanoTime();
            for (Story story : loaded.stories()) adviser.advise(Answers.of(story.facts()));
            long t2 = System.nanoTime();
            for (Story story : loaded.stories()) adviser.outlook(Answers.of(story.facts()));
            long t3 = System.nanoTime();
            int n = loaded.stories().size();
            if (round % 5 == 4) System.out.println("advise " + (t2 - t) / 1000 / n + " us, outlook " + (t3 - t2) / 1000 / n + " us");
        }
    }
    static void show(List<Block> blocks, String in) {
        for (Block b : blocks) switch (b) {
            case Block.Heading h -> System.out.println(in + "# " + h.text());
            case Block.Paragraph p -> System.out.println(in + p.text().characters());
            case Block.Bullets p -> p.items().forEach(i -> System.out.println(in + "- " + i.characters()));
            case Block.Pairs p -> p.pairs().forEach(i -> System.out.println(in + i.name() + ": " + i.value().characters()));
            case Block.Details d -> { System.out.println(in + "> " + d.summary()); show(d.blocks(), in + "    "); }
            default -> System.out.println(in + b);
        }
    }
}
