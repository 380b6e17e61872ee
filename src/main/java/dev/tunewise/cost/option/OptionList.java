package dev.tunewise.cost.option;

import dev.tunewise.cost.workload.CostContext;
import java.util.ArrayList;
import java.util.List;

/** The options of a case while they are collected, and those left out with their reasons. */
public final class OptionList {
    final CostContext situation;
    public final List<OptionBuilder> drafts = new ArrayList<>();
    public final List<ExcludedOption> leftOut = new ArrayList<>();

    OptionList(CostContext situation) {
        this.situation = situation;
    }

    public static OptionList of(CostContext situation) {
        OptionList menu = new OptionList(situation);
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

    void offer(OptionBuilder draft) {
        drafts.add(draft);
    }

    void leaveOut(String id, String title, String reason) {
        leftOut.add(new ExcludedOption(id, title, reason));
    }
}
