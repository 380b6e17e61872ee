package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes clicks on answers and whole forms. */
final class Clicks {
    private final Kit kit;
    private final Answering answering;
    private final Bounds bounds;

    Clicks(Kit kit, Answering answering, Bounds bounds) {
        this.kit = kit;
        this.answering = answering;
        this.bounds = bounds;
    }

    void answer(Work work, Action.Answer click) {
        Optional<Fact> fact = kit.flow().fact(click.fact());
        if (fact.isEmpty()) {
            work.tell(kit.wording().text(Phrase.GONE));
            return;
        }
        Optional<Value> value = kit.values().parse(fact.get(), click.value());
        if (value.isEmpty()) {
            work.tell(kit.wording().text(Phrase.INVALID, kit.words().label(fact.get())));
            return;
        }
        answering.take(work, fact.get(), value.get(), "", false);
    }

    /** Takes what fits of a form and says what does not. */
    void form(Work work, Map<String, String> values) {
        List<Text> refused = new ArrayList<>();
        boolean taken = false;
        for (Fact fact : kit.flow().facts()) {
            String written = values.get(fact.id());
            if (written == null || written.isBlank()) {
                continue;
            }
            Optional<Value> value = kit.values().parse(fact, written);
            if (value.isPresent()) {
                taken |= answering.take(work, fact, value.get(), "", false);
            } else {
                refused.add(kit.wording()
                        .text(
                                Phrase.FORM_REFUSED_FIELD,
                                kit.words().label(fact),
                                Labels.shortened(written, 80),
                                bounds.of(fact)));
            }
        }
        if (!refused.isEmpty()) {
            Text intro = kit.wording().text(taken ? Phrase.FORM_REFUSED : Phrase.FORM_REFUSED_ALL);
            work.say(List.of(new Block.Paragraph(intro), new Block.Bullets(refused)), intro.characters());
        } else if (!taken) {
            work.tell(kit.wording().text(Phrase.FORM_NOTHING));
        }
    }
}
