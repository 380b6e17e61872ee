package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.RichText;
import dev.tunewise.slack.click.ActionId;
import java.util.ArrayList;
import java.util.List;

/** A card with questions: each question with its controls under it, the quiet buttons in a menu behind the last. */
final class QuestionBlocks {
    private static final int QUESTION = 1_000;
    private static final int HINT = 500;

    static List<BlockFragment> of(Block.Ask ask, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>();
        int last = ask.inputs().size() - 1;
        for (int index = 0; index <= last; index++) {
            Input input = ask.inputs().get(index);
            List<ObjectNode> blocks = new ArrayList<>(question(input, sheet));
            List<ObjectNode> controls = new ArrayList<>(AnswerControls.of(input, sheet));
            if (index == last) {
                if (last > 0) {
                    controls.add(
                            BlockKit.button(sheet.actionId(ActionId.Kind.FORM, ""), Captions.ANSWER_TOGETHER, "form"));
                }
                controls.addAll(ButtonBlocks.asides(ask.asides(), sheet));
            }
            blocks.addAll(ButtonBlocks.rows(controls, sheet));
            pieces.add(BlockFragment.control(blocks));
        }
        if (ask.inputs().isEmpty()) {
            List<ObjectNode> controls = ButtonBlocks.asides(ask.asides(), sheet);
            pieces.add(BlockFragment.control(ButtonBlocks.rows(controls, sheet)));
        }
        return pieces;
    }

    private static List<ObjectNode> question(Input input, SlackRenderContext sheet) {
        if (input.kind() instanceof Input.Many) {
            return List.of(SlackInputFields.many(input, sheet));
        }
        List<ObjectNode> blocks = new ArrayList<>();
        Text question = Text.strong(Truncate.filled(input.question(), QUESTION));
        String current = current(input);
        blocks.add(RichText.block(RichText.section(
                current.isEmpty() ? question : question.then(Text.plain("  ✓ " + Truncate.to(current, HINT))))));
        if (!input.hint().isBlank()) {
            blocks.add(BlockKit.context(BlockKit.plain(input.hint(), HINT)));
        }
        return blocks;
    }

    /** The present answer as people read it; empty when there is none. */
    private static String current(Input input) {
        if (input.current().isEmpty()) {
            return "";
        }
        return input.kind().offered().stream()
                .filter(option -> option.value().equals(input.current()))
                .findFirst()
                .map(Input.Option::label)
                .orElseGet(() -> input.kind() instanceof Input.Number number
                        ? (input.current() + " " + number.unit()).strip()
                        : input.current());
    }
}
