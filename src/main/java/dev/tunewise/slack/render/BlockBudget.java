package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Text;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockWithFallback;
import dev.tunewise.slack.block.Surface;
import java.util.ArrayList;
import java.util.List;

/** Makes pieces fit their surface: what people click stays, text is shortened from the end, and the message says so. */
record BlockBudget(Surface surface, String whereTheRestIs) {
    private static final int NOTE = 120;

    List<ObjectNode> blocks(List<BlockFragment> pieces) {
        return of(pieces).shown().stream().map(BlockWithFallback::block).toList();
    }

    Fitted of(List<BlockFragment> pieces) {
        List<BlockWithFallback> all =
                pieces.stream().flatMap(piece -> piece.all().stream()).toList();
        if (all.size() <= surface.blocks() && BlockFragment.weight(all) <= surface.characters() && allShown(pieces)) {
            return new Fitted(all, false);
        }
        return shortened(pieces);
    }

    /** A piece can be too large for any message, a table with hundreds of rows for one. */
    private static boolean allShown(List<BlockFragment> pieces) {
        return pieces.stream().allMatch(piece -> piece.whole() && !piece.all().isEmpty());
    }

    private Fitted shortened(List<BlockFragment> pieces) {
        int controlsLeft = 0;
        int controlBlocksLeft = 0;
        for (BlockFragment piece : pieces) {
            if (piece.control()) {
                controlsLeft += BlockFragment.weight(piece.all());
                controlBlocksLeft += piece.all().size();
            }
        }
        int characters = surface.characters() - NOTE;
        int blocks = surface.blocks() - 1;
        boolean cut = false;
        List<BlockWithFallback> shown = new ArrayList<>();
        for (BlockFragment piece : pieces) {
            List<BlockWithFallback> all = piece.all();
            int weight = BlockFragment.weight(all);
            if (piece.control()) {
                controlsLeft -= weight;
                controlBlocksLeft -= all.size();
                if (weight <= characters && all.size() <= blocks) {
                    shown.addAll(all);
                    characters -= weight;
                    blocks -= all.size();
                }
            } else if (!cut) {
                List<BlockWithFallback> part = piece.within().apply(Math.max(0, characters - controlsLeft));
                int roomFor = Math.max(0, Math.min(part.size(), blocks - controlBlocksLeft));
                cut = roomFor < all.size() || BlockFragment.weight(part) < weight;
                shown.addAll(part.subList(0, roomFor));
                characters -= BlockFragment.weight(part.subList(0, roomFor));
                blocks -= roomFor;
            }
        }
        shown.addAll(TextBlocks.small(Text.plain(whereTheRestIs)).all());
        return new Fitted(shown, true);
    }

    /** What fits. `shortened`: whether something had to go. */
    record Fitted(List<BlockWithFallback> shown, boolean shortened) {}
}
