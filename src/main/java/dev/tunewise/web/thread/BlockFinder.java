package dev.tunewise.web.thread;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds questions and buttons in the blocks of a post, also in those folded away. */
final class BlockFinder {
    private BlockFinder() {}

    /** Whether anything in the blocks waits for an answer. */
    static boolean ask(List<Block> blocks) {
        return all(blocks).anyMatch(block -> block instanceof Block.Ask || block instanceof Block.Form);
    }

    /** The label of the button that does this. */
    static Optional<String> label(List<Block> blocks, Action action) {
        return all(blocks)
                .flatMap(block -> switch (block) {
                    case Block.Ask ask -> ask.asides().stream();
                    case Block.Buttons(List<Button> buttons) -> buttons.stream();
                    default -> Stream.empty();
                })
                .filter(button -> button.action().equals(action))
                .map(Button::label)
                .findFirst();
    }

    private static Stream<Block> all(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Details details
                        ? Stream.concat(Stream.of(block), all(details.blocks()))
                        : Stream.of(block));
    }
}
