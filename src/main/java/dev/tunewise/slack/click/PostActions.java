package dev.tunewise.slack.click;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the parts of a post that can be clicked, in an order that both the renderer and the reader of clicks follow. */
public final class PostActions {
    /** All actions of buttons, menus and chips. */
    static List<Action> of(List<Block> blocks) {
        return Block.flat(blocks)
                .flatMap(block -> block instanceof Block.Chips(List<Block.Chip> chips)
                        ? chips.stream().flatMap(chip -> Stream.of(chip.change(), chip.remove()))
                        : block.ownButtons().stream().map(Button::action))
                .toList();
    }

    /** The question about a fact, on a card or in a form. */
    public static Optional<Input> input(List<Block> blocks, String fact) {
        return Block.flat(blocks)
                .flatMap(block -> switch (block) {
                    case Block.Ask ask -> ask.inputs().stream();
                    case Block.Form form -> form.inputs().stream();
                    default -> Stream.<Input>empty();
                })
                .filter(input -> input.fact().equals(fact))
                .findFirst();
    }

    public static Optional<Block.Form> form(List<Block> blocks) {
        return Block.of(Block.Form.class, Block.flat(blocks)).findFirst();
    }

    public static Optional<Block.Details> details(List<Block> blocks, int number) {
        return Block.of(Block.Details.class, Block.flat(blocks)).skip(number).findFirst();
    }
}
