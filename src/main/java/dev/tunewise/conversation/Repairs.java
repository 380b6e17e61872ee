package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Fact;
import java.util.List;

/** What is said to people whose words could not be taken: an example first, then the way around words. */
final class Repairs {
    /** After so many misses on one question the buttons, the form and the default are offered. */
    private static final int PATIENCE = 3;

    private final Kit kit;
    private final Agenda.Planner planner;
    private final Bounds bounds;

    Repairs(Kit kit, Agenda.Planner planner, Bounds bounds) {
        this.kit = kit;
        this.planner = planner;
        this.bounds = bounds;
    }

    /** Words that were meant for a fact do not fit it. */
    void refuse(Work work, Heard.Refused refused) {
        kit.flow().fact(refused.fact()).ifPresent(fact -> {
            if (planner.agenda(work.now()).asking().contains(fact.id())) {
                work.change(new Change.Missed(fact.id()));
            }
            work.say(bounds.refusal(fact, refused).then(Text.plain(" " + bounds.example(fact))));
        });
    }

    /** Nothing could be read. */
    void missed(Work work, List<String> asked) {
        if (asked.isEmpty()) {
            work.say(kit.wording().text(Phrase.MISS_NOTHING_OPEN));
            return;
        }
        Fact fact = kit.fact(asked.getFirst());
        work.change(new Change.Missed(fact.id()));
        int misses = work.now().shown().misses().getOrDefault(fact.id(), 0);
        if (misses % PATIENCE == 0) {
            offerOtherWays(work, fact);
        } else if (misses == 1) {
            work.say(kit.wording().text(Phrase.MISS, kit.words().label(fact), bounds.example(fact)));
        } else {
            work.say(kit.wording().text(Phrase.MISS_AGAIN, kit.words().question(fact), bounds.example(fact)));
        }
    }

    private void offerOtherWays(Work work, Fact fact) {
        Text offer = kit.wording().text(Phrase.MISS_THIRD, kit.words().label(fact));
        String assumed = kit.values().shown(fact, fact.assume());
        Button assume = Button.plain(
                Labels.button(kit.wording().plain(Phrase.BUTTON_ASSUME, assumed)), Verb.DONT_KNOW.about(fact.id()));
        Button form = Button.plain(kit.wording().plain(Phrase.BUTTON_FORM), Verb.FORM.action());
        work.say(List.of(new Block.Paragraph(offer), new Block.Buttons(List.of(assume, form))), offer.characters());
        work.askAgain();
    }
}
