package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** A card with questions: each question with its controls under it, the quiet buttons in a menu behind the last. */
final class AskPieces {
    private static final int QUESTION = 1_000;
    private static final int HINT = 500;

    private AskPieces() {}

    static List<Piece> of(Block.Ask ask, Sheet sheet) {
        List<Piece> pieces = new ArrayList<>();
        int last = ask.inputs().size() - 1;
        for (int index = 0; index <= last; index++) {
            Input input = ask.inputs().get(index);
            List<JsonObject> blocks = new ArrayList<>(question(input, sheet));
            List<JsonObject> controls = new ArrayList<>(Controls.of(input, sheet));
            if (index == last) {
                if (last > 0) {
                    controls.add(Kit.button(sheet.actionId(ActionId.Kind.FORM, ""), Captions.ANSWER_TOGETHER, "form"));
                }
                controls.addAll(ButtonPieces.asides(ask.asides(), sheet));
            }
            blocks.addAll(ButtonPieces.rows(controls, sheet));
            pieces.add(Piece.control(blocks));
        }
        if (ask.inputs().isEmpty()) {
            List<JsonObject> controls = ButtonPieces.asides(ask.asides(), sheet);
            pieces.add(Piece.control(ButtonPieces.rows(controls, sheet)));
        }
        return pieces;
    }

    private static List<JsonObject> question(Input input, Sheet sheet) {
        if (input.kind() instanceof Input.Many) {
            return List.of(Fields.many(input, sheet));
        }
        List<JsonObject> blocks = new ArrayList<>();
        Text question = Text.strong(Cut.filled(input.question(), QUESTION));
        String current = current(input);
        blocks.add(RichText.block(RichText.section(
                current.isEmpty() ? question : question.then(Text.plain("  ✓ " + Cut.to(current, HINT))))));
        if (!input.hint().isBlank()) {
            blocks.add(Kit.context(Kit.plain(input.hint(), HINT)));
        }
        return blocks;
    }

    /** The present answer as people read it; empty when there is none. */
    private static String current(Input input) {
        if (input.current().isEmpty()) {
            return "";
        }
        return OptionCode.of(input).stream()
                .filter(option -> option.value().equals(input.current()))
                .findFirst()
                .map(Input.Option::label)
                .orElseGet(() -> input.kind() instanceof Input.Number number
                        ? (input.current() + " " + number.unit()).strip()
                        : input.current());
    }
}
