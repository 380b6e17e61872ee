package dev.tunewise.slack.click;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of a post that can be clicked, in an order that both the renderer and the reader of clicks follow. */
public final class PostActions {
    private PostActions() {}

    /** All actions of buttons, menus and chips. */
    static List<Action> of(List<Block> blocks) {
        List<Action> actions = new ArrayList<>();
        for (Block block : flat(blocks)) {
            if (block instanceof Block.Ask ask) {
                ask.asides().stream().map(Button::action).forEach(actions::add);
            } else if (block instanceof Block.Buttons row) {
                row.buttons().stream().map(Button::action).forEach(actions::add);
            } else if (block instanceof Block.Chips chips) {
                chips.chips().forEach(chip -> actions.addAll(List.of(chip.change(), chip.remove())));
            }
        }
        return actions;
    }

    /** The question about a fact, on a card or in a form. */
    public static Optional<Input> input(List<Block> blocks, String fact) {
        return inputs(blocks).stream()
                .filter(input -> input.fact().equals(fact))
                .findFirst();
    }

    /** The first form. */
    public static Optional<Block.Form> form(List<Block> blocks) {
        return flat(blocks).stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst();
    }

    /** The folded part with this number. */
    public static Optional<Block.Details> details(List<Block> blocks, int number) {
        return flat(blocks).stream()
                .filter(Block.Details.class::isInstance)
                .map(Block.Details.class::cast)
                .skip(number)
                .findFirst();
    }

    /** Every block, those inside of folded parts too, each folded part before what it holds. */
    public static List<Block> flat(List<Block> blocks) {
        List<Block> flat = new ArrayList<>();
        for (Block block : blocks) {
            flat.add(block);
            if (block instanceof Block.Details details) {
                flat.addAll(flat(details.blocks()));
            }
        }
        return flat;
    }

    private static List<Input> inputs(List<Block> blocks) {
        List<Input> inputs = new ArrayList<>();
        for (Block block : flat(blocks)) {
            if (block instanceof Block.Ask ask) {
                inputs.addAll(ask.inputs());
            } else if (block instanceof Block.Form form) {
                inputs.addAll(form.inputs());
            }
        }
        return inputs;
    }
}
