package dev.tunewise.slack.render;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Text;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.LinkMarkup;
import dev.tunewise.slack.block.Mrkdwn;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.TextTruncation;
import dev.tunewise.slack.block.Truncate;
import dev.tunewise.slack.click.ActionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buttons, menus of quiet buttons, chips, and the buttons that open folded parts and forms. */
final class ButtonBlocks {
    private static final int CHIP = 120;
    private static final int CHIPS = 12;
    private static final int LINE = 300;
    private static final int LOUD_FOLDS = 3;

    static List<BlockFragment> buttons(Block.Buttons row, SlackRenderContext sheet) {
        List<JsonObject> rows = rows(asides(row.buttons(), sheet), sheet);
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
        JsonObject block = BlockKit.section(BlockKit.mrkdwn(Mrkdwn.of(text)), menu(buttons, sheet));
        block.addProperty("block_id", sheet.blockId());
        return Optional.of(BlockFragment.control(List.of(block)));
    }

    /** Loud buttons one by one, quiet ones in a menu. */
    static List<JsonObject> asides(List<Button> buttons, SlackRenderContext sheet) {
        List<JsonObject> elements = new ArrayList<>();
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
        for (int from = 0; from < quiet.size(); from += SlackLimits.OVERFLOW_OPTIONS) {
            List<Button> some = quiet.subList(from, Math.min(quiet.size(), from + SlackLimits.OVERFLOW_OPTIONS));
            elements.add(menu(some, sheet));
        }
        return elements;
    }

    /** Elements in as many rows as Slack wants. */
    static List<JsonObject> rows(List<JsonObject> elements, SlackRenderContext sheet) {
        List<JsonObject> rows = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += SlackLimits.ACTIONS_ELEMENTS) {
            int to = Math.min(elements.size(), from + SlackLimits.ACTIONS_ELEMENTS);
            rows.add(BlockKit.actions(sheet.blockId(), elements.subList(from, to)));
        }
        return rows;
    }

    private static JsonObject button(Button button, SlackRenderContext sheet) {
        String code = sheet.codes().write(button.action(), SlackLimits.BUTTON_VALUE);
        if (button.action() instanceof Action.Open open && LinkMarkup.usable(open.url())) {
            JsonObject link = BlockKit.button(sheet.actionId(ActionId.Kind.LINK, ""), button.label(), "open");
            link.addProperty("url", open.url());
            return link;
        }
        JsonObject element = BlockKit.button(sheet.actionId(ActionId.Kind.DO, ""), button.label(), code);
        if (button.style() == Button.Style.PRIMARY) {
            element.addProperty("style", "primary");
        } else if (button.style() == Button.Style.DANGER) {
            element.addProperty("style", "danger");
        }
        return element;
    }

    /** Quiet buttons in a menu; one that does the same as another is left out, and a menu of one is a button. */
    private static JsonObject menu(List<Button> buttons, SlackRenderContext sheet) {
        Map<String, JsonObject> options = new LinkedHashMap<>();
        for (Button button : buttons) {
            String code = sheet.codes().write(button.action(), SlackLimits.OPTION_TEXT);
            JsonObject option = BlockKit.option(button.label(), code, "");
            if (button.action() instanceof Action.Open open && LinkMarkup.usable(open.url())) {
                option.addProperty("url", open.url());
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
            JsonObject block = BlockKit.section(BlockKit.mrkdwn(Mrkdwn.of(words(chip))), menu(buttons, sheet));
            block.addProperty("block_id", sheet.blockId());
            pieces.add(BlockFragment.control(List.of(block)));
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
        List<JsonObject> elements = new ArrayList<>();
        List<JsonObject> rest = new ArrayList<>();
        for (Block.Details part : parts) {
            String number = String.valueOf(sheet.nextFold());
            sheet.skipFolds((int) Block.flat(part.blocks())
                    .filter(Block.Details.class::isInstance)
                    .count());
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
        JsonObject button = BlockKit.button(sheet.actionId(ActionId.Kind.FORM, ""), form.title(), "form");
        return BlockFragment.control(List.of(BlockKit.actions(sheet.blockId(), List.of(button))));
    }
}
