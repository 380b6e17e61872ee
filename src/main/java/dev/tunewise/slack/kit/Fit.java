package dev.tunewise.slack.kit;

import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** Makes pieces fit their surface: what people click stays, text is shortened from the end, and the message says so. */
final class Fit {
    private static final int NOTE = 120;

    private final Surface surface;
    private final String whereTheRestIs;

    Fit(Surface surface, String whereTheRestIs) {
        this.surface = surface;
        this.whereTheRestIs = whereTheRestIs;
    }

    Fitted of(List<Piece> pieces) {
        List<Shown> all = pieces.stream().flatMap(piece -> piece.all().stream()).toList();
        if (all.size() <= surface.blocks() && Piece.weight(all) <= surface.characters() && allShown(pieces)) {
            return new Fitted(all, false);
        }
        return shortened(pieces);
    }

    /** A piece can be too large for any message, a table with hundreds of rows for one. */
    private static boolean allShown(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.whole() && !piece.all().isEmpty());
    }

    private Fitted shortened(List<Piece> pieces) {
        int controlsLeft = 0;
        int controlBlocksLeft = 0;
        for (Piece piece : pieces) {
            if (piece.control()) {
                controlsLeft += Piece.weight(piece.all());
                controlBlocksLeft += piece.all().size();
            }
        }
        int characters = surface.characters() - NOTE;
        int blocks = surface.blocks() - 1;
        boolean cut = false;
        List<Shown> shown = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Shown> all = piece.all();
            int weight = Piece.weight(all);
            if (piece.control()) {
                controlsLeft -= weight;
                controlBlocksLeft -= all.size();
                if (weight <= characters && all.size() <= blocks) {
                    shown.addAll(all);
                    characters -= weight;
                    blocks -= all.size();
                }
            } else if (!cut) {
                List<Shown> part = piece.within().apply(Math.max(0, characters - controlsLeft));
                int roomFor = Math.max(0, Math.min(part.size(), blocks - controlBlocksLeft));
                cut = roomFor < all.size() || Piece.weight(part) < weight;
                shown.addAll(part.subList(0, roomFor));
                characters -= Piece.weight(part.subList(0, roomFor));
                blocks -= roomFor;
            }
        }
        shown.addAll(TextPieces.small(Text.plain(whereTheRestIs)).all());
        return new Fitted(shown, true);
    }

    /**
     * What fits.
     *
     * @param shown the blocks
     * @param shortened whether something had to go
     */
    record Fitted(List<Shown> shown, boolean shortened) {
        Fitted {
            shown = List.copyOf(shown);
        }
    }
}
