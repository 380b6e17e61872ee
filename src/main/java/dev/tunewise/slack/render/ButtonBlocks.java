package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.LinkMarkup;
import dev.tunewise.slack.block.Mrkdwn;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.TextTruncation;
import dev.tunewise.slack.click.ActionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Buttons, menus of quiet buttons, chips, and the buttons that open folded parts and forms. */
final class ButtonBlocks {
    private static final int CHIP = 120;
    private static final int CHIPS = 12;
    private static final int LINE = 300;
    private static final int LOUD_FOLDS = 3;

    static List<BlockFragment> buttons(Block.Buttons row, SlackRenderContext sheet) {
        List<ObjectNode> rows = rows(asides(row.buttons(), sheet), sheet);
        return rows.isEmpty() ? List.of() : List.of(BlockFragment.control(rows));
    }

    /** A short sentence with quiet buttons behind it; nothing when it is long or some are not quiet. */
    static Optional<BlockFragment> line(Text text, List<Button> buttons, SlackRenderContext sheet) {
        boolean quiet = !buttons.isEmpty()
                && buttons.size() <= SlackLimits.OVERFLOW_OPTIONS
                && buttons.stream().allMatch(button -> button.style() == Button.Style.QUIET);
        if (!quiet || TextTruncation.length(text) == 0 || TextTruncation.length(text) > LINE) {
            return Optional.empty();
        }
        return Optional.of(aside(text, buttons, sheet));
    }

    private static BlockFragment aside(Text text, List<Button> buttons, SlackRenderContext sheet) {
        ObjectNode menu = menu(buttons, sheet);
        return BlockFragment.control(
                List.of(BlockKit.section(sheet.blockId(), BlockKit.mrkdwn(Mrkdwn.of(text)), menu)));
    }

    /** Loud buttons one by one, quiet ones in a menu. */
    static List<ObjectNode> asides(List<Button> buttons, SlackRenderContext sheet) {
        List<ObjectNode> elements = new ArrayList<>();
        List<Button> quiet = new ArrayList<>();
        for (Button button : buttons) {
            if (button.action() instanceof Action.Open open && !LinkMarkup.usable(open.url())) {
                continue;
            }
            if (button.style() == Button.Style.QUIET) {
                quiet.add(button);
            } else {
                elements.add(button(button, sheet));
            }
        }
        quiet.stream()
                .gather(Gatherers.windowFixed(SlackLimits.OVERFLOW_OPTIONS))
                .forEach(some -> elements.add(menu(some, sheet)));
        return elements;
    }

    /** Elements in as many rows as Slack wants. */
    static List<ObjectNode> rows(List<ObjectNode> elements, SlackRenderContext sheet) {
        return elements.stream()
                .gather(Gatherers.windowFixed(SlackLimits.ACTIONS_ELEMENTS))
                .map(row -> BlockKit.actions(sheet.blockId(), row))
                .toList();
    }

    private static ObjectNode button(Button button, SlackRenderContext sheet) {
        String code = sheet.codes().write(button.action(), SlackLimits.BUTTON_VALUE);
        if (button.action() instanceof Action.Open open && LinkMarkup.usable(open.url())) {
            return BlockKit.button(sheet.actionId(ActionId.Kind.LINK, ""), button.label(), "open")
                    .put("url", open.url());
        }
        ObjectNode element = BlockKit.button(sheet.actionId(ActionId.Kind.DO, ""), button.label(), code);
        return switch (button.style()) {
            case PRIMARY -> element.put("style", "primary");
            case DANGER -> element.put("style", "danger");
            case PLAIN, QUIET -> element;
        };
    }

    /** Quiet buttons in a menu; one that does the same as another is left out, and a menu of one is a button. */
    private static ObjectNode menu(List<Button> buttons, SlackRenderContext sheet) {
        Map<String, ObjectNode> options = new LinkedHashMap<>();
        for (Button button : buttons) {
            String code = sheet.codes().write(button.action(), SlackLimits.OPTION_TEXT);
            ObjectNode option = BlockKit.option(button.label(), code, "");
            if (button.action() instanceof Action.Open open && LinkMarkup.usable(open.url())) {
                option.put("url", open.url());
            }
            options.putIfAbsent(code, option);
        }
        return options.size() == 1
                ? button(buttons.getFirst(), sheet)
                : BlockKit.overflow(sheet.actionId(ActionId.Kind.DO, ""), List.copyOf(options.values()));
    }

    static List<BlockFragment> chips(Block.Chips chips, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>();
        List<Block.Chip> shown =
                chips.chips().subList(0, Math.min(CHIPS, chips.chips().size()));
        for (Block.Chip chip : shown) {
            List<Button> buttons =
                    List.of(Button.quiet(Captions.CHANGE, chip.change()), Button.quiet(Captions.REMOVE, chip.remove()));
            pieces.add(aside(words(chip), buttons, sheet));
        }
        List<Text> rest =
                chips.chips().stream().skip(CHIPS).map(ButtonBlocks::words).toList();
        if (!rest.isEmpty()) {
            pieces.add(TextBlocks.bullets(rest));
        }
        return pieces;
    }

    private static Text words(Block.Chip chip) {
        Text words =
                Text.plain(Truncate.to(chip.label(), CHIP) + ": ").then(Text.strong(Truncate.to(chip.value(), CHIP)));
        return chip.quote().isBlank() ? words : words.then(Text.plain("  “" + Truncate.to(chip.quote(), CHIP) + "”"));
    }

    /** A row that opens folded parts: buttons for the first, which matter most, and a menu for the rest. */
    static BlockFragment folds(List<Block.Details> parts, SlackRenderContext sheet) {
        int loud = parts.size() <= LOUD_FOLDS + 1
                ? parts.size()
                : Math.max(LOUD_FOLDS, parts.size() - SlackLimits.OVERFLOW_OPTIONS);
        List<ObjectNode> elements = new ArrayList<>();
        List<ObjectNode> rest = new ArrayList<>();
        for (Block.Details part : parts) {
            String number = String.valueOf(sheet.nextFold());
            sheet.skipFolds((int)
                    Block.of(Block.Details.class, Block.flat(part.blocks())).count());
            String label = Truncate.filled(part.summary(), 70);
            if (elements.size() < loud) {
                elements.add(BlockKit.button(sheet.actionId(ActionId.Kind.FOLD, ""), label, number));
            } else {
                rest.add(BlockKit.option(label, number, ""));
            }
        }
        if (!rest.isEmpty()) {
            elements.add(BlockKit.overflow(sheet.actionId(ActionId.Kind.FOLD, ""), rest));
        }
        return BlockFragment.control(rows(elements, sheet));
    }

    static BlockFragment form(Block.Form form, SlackRenderContext sheet) {
        ObjectNode button = BlockKit.button(sheet.actionId(ActionId.Kind.FORM, ""), form.title(), "form");
        return BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(button))));
    }
}
