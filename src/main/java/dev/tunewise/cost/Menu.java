package dev.tunewise.cost;

import java.util.ArrayList;
import java.util.List;

/** The options of a case while they are collected, and those left out with their reasons. */
final class Menu {
    final Situation situation;
    final List<Draft> drafts = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    Menu(Situation situation) {
        this.situation = situation;
    }

    static Menu of(Situation situation) {
        Menu menu = new Menu(situation);
        TodayOptions.add(menu);
        if (situation.facts.mustSelfHost()) {
            menu.leaveOut("hosted", "Hosted models", "The data must stay in-house: no vendor may see it.");
        } else {
            PromptOptions.add(menu);
            ModelOptions.add(menu);
            HostedTuning.add(menu);
        }
        ClassifierOption.add(menu);
        LoraOptions.add(menu);
        return menu;
    }

    void offer(Draft draft) {
        drafts.add(draft);
    }

    void leaveOut(String id, String title, String reason) {
        leftOut.add(new LeftOut(id, title, reason));
    }
}
