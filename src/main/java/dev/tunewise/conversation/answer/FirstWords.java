package dev.tunewise.conversation.answer;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** Keeps a first reply short: paragraphs stand, and steps as far as there is room. `more`: what stands over the others. */
record FirstWords(String more) {
    /** More than these nobody reads at once. */
    private static final int MOST_WORDS = 220;

    /** What people read at once, with the steps that are left over folded. */
    List<Block> of(List<Block> blocks) {
        int room = MOST_WORDS
                - blocks.stream()
                        .mapToInt(block -> block instanceof Block.Paragraph(Text text) ? words(text) : 0)
                        .sum();
        List<Block> shown = new ArrayList<>();
        List<Block> rest = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Bullets(List<Text> items)) {
                int kept = 0;
                while (kept < items.size() && (room -= words(items.get(kept))) >= 0) {
                    kept++;
                }
                if (kept == 0
                        && !shown.isEmpty()
                        && shown.getLast() instanceof Block.Paragraph(Text over)
                        && over.characters().endsWith(":")) {
                    rest.add(shown.removeLast());
                }
                part(items.subList(0, kept), shown);
                part(items.subList(kept, items.size()), rest);
            } else {
                shown.add(block);
            }
        }
        if (!rest.isEmpty()) {
            shown.add(new Block.Details(more, rest));
        }
        return shown;
    }

    private static void part(List<Text> items, List<Block> blocks) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Bullets(List.copyOf(items)));
        }
    }

    private static int words(Text text) {
        return text.characters().split("\\s+").length;
    }
}
