package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buttons, menus of quiet buttons, chips, and the buttons that open folded parts and forms. */
final class ButtonPieces {
    private static final int CHIP = 120;
    private static final int CHIPS = 12;
    private static final int LINE = 300;
    private static final int LOUD_FOLDS = 3;

    private ButtonPieces() {}

    static List<Piece> buttons(Block.Buttons row, Sheet sheet) {
        List<JsonObject> rows = rows(asides(row.buttons(), sheet), sheet);
        return rows.isEmpty() ? List.of() : List.of(Piece.control(rows));
    }

    /** A short sentence with quiet buttons behind it; nothing when it is long or some are not quiet. */
    static Optional<Piece> line(Text text, List<Button> buttons, Sheet sheet) {
        boolean quiet = !buttons.isEmpty()
                && buttons.size() <= Limits.OVERFLOW_OPTIONS
                && buttons.stream().allMatch(button -> button.style() == Button.Style.QUIET);
        if (!quiet || TextCut.length(text) == 0 || TextCut.length(text) > LINE) {
            return Optional.empty();
        }
        JsonObject block = Kit.section(Kit.mrkdwn(Mrkdwn.of(text)), menu(buttons, sheet));
        block.addProperty("block_id", sheet.blockId());
        return Optional.of(Piece.control(List.of(block)));
    }

    /** Loud buttons one by one, quiet ones in a menu. */
    static List<JsonObject> asides(List<Button> buttons, Sheet sheet) {
        List<JsonObject> elements = new ArrayList<>();
        List<Button> quiet = new ArrayList<>();
        for (Button button : buttons) {
            if (button.action() instanceof Action.Open open && !Links.usable(open.url())) {
                continue;
            }
            if (button.style() == Button.Style.QUIET) {
                quiet.add(button);
            } else {
                elements.add(button(button, sheet));
            }
        }
        for (int from = 0; from < quiet.size(); from += Limits.OVERFLOW_OPTIONS) {
            List<Button> some = quiet.subList(from, Math.min(quiet.size(), from + Limits.OVERFLOW_OPTIONS));
            elements.add(menu(some, sheet));
        }
        return elements;
    }

    /** Elements in as many rows as Slack wants. */
    static List<JsonObject> rows(List<JsonObject> elements, Sheet sheet) {
        List<JsonObject> rows = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += Limits.ACTIONS_ELEMENTS) {
            int to = Math.min(elements.size(), from + Limits.ACTIONS_ELEMENTS);
            rows.add(Kit.actions(sheet.blockId(), elements.subList(from, to)));
        }
        return rows;
    }

    private static JsonObject button(Button button, Sheet sheet) {
        String code = sheet.codes().write(button.action(), Limits.BUTTON_VALUE);
        if (button.action() instanceof Action.Open open && Links.usable(open.url())) {
            JsonObject link = Kit.button(sheet.actionId(ActionId.Kind.LINK, ""), button.label(), "open");
            link.addProperty("url", open.url());
            return link;
        }
        JsonObject element = Kit.button(sheet.actionId(ActionId.Kind.DO, ""), button.label(), code);
        if (button.style() == Button.Style.PRIMARY) {
            element.addProperty("style", "primary");
        } else if (button.style() == Button.Style.DANGER) {
            element.addProperty("style", "danger");
        }
        return element;
    }

    /** Quiet buttons in a menu; one that does the same as another is left out, and a menu of one is a button. */
    private static JsonObject menu(List<Button> buttons, Sheet sheet) {
        Map<String, JsonObject> options = new LinkedHashMap<>();
        for (Button button : buttons) {
            String code = sheet.codes().write(button.action(), Limits.OPTION_TEXT);
            JsonObject option = Kit.option(button.label(), code, "");
            if (button.action() instanceof Action.Open open && Links.usable(open.url())) {
                option.addProperty("url", open.url());
            }
            options.putIfAbsent(code, option);
        }
        return options.size() == 1
                ? button(buttons.getFirst(), sheet)
                : Kit.overflow(sheet.actionId(ActionId.Kind.DO, ""), List.copyOf(options.values()));
    }

    static List<Piece> chips(Block.Chips chips, Sheet sheet) {
        List<Piece> pieces = new ArrayList<>();
        List<Block.Chip> shown =
                chips.chips().subList(0, Math.min(CHIPS, chips.chips().size()));
        for (Block.Chip chip : shown) {
            List<Button> buttons =
                    List.of(Button.quiet(Captions.CHANGE, chip.change()), Button.quiet(Captions.REMOVE, chip.remove()));
            JsonObject block = Kit.section(Kit.mrkdwn(Mrkdwn.of(words(chip))), menu(buttons, sheet));
            block.addProperty("block_id", sheet.blockId());
            pieces.add(Piece.control(List.of(block)));
        }
        List<Text> rest =
                chips.chips().stream().skip(CHIPS).map(ButtonPieces::words).toList();
        if (!rest.isEmpty()) {
            pieces.add(TextPieces.bullets(rest));
        }
        return pieces;
    }

    private static Text words(Block.Chip chip) {
        Text words = Text.plain(Cut.to(chip.label(), CHIP) + ": ").then(Text.strong(Cut.to(chip.value(), CHIP)));
        return chip.quote().isBlank() ? words : words.then(Text.plain("  “" + Cut.to(chip.quote(), CHIP) + "”"));
    }

    /** A row that opens folded parts: buttons for the first, which matter most, and a menu for the rest. */
    static Piece folds(List<Block.Details> parts, Sheet sheet) {
        int loud = parts.size() <= LOUD_FOLDS + 1
                ? parts.size()
                : Math.max(LOUD_FOLDS, parts.size() - Limits.OVERFLOW_OPTIONS);
        List<JsonObject> elements = new ArrayList<>();
        List<JsonObject> rest = new ArrayList<>();
        for (Block.Details part : parts) {
            String number = String.valueOf(sheet.nextFold());
            sheet.skipFolds((int) PostActions.flat(part.blocks()).stream()
                    .filter(Block.Details.class::isInstance)
                    .count());
            String label = Cut.filled(part.summary(), 70);
            if (elements.size() < loud) {
                elements.add(Kit.button(sheet.actionId(ActionId.Kind.FOLD, ""), label, number));
            } else {
                rest.add(Kit.option(label, number, ""));
            }
        }
        if (!rest.isEmpty()) {
            elements.add(Kit.overflow(sheet.actionId(ActionId.Kind.FOLD, ""), rest));
        }
        return Piece.control(rows(elements, sheet));
    }

    static Piece form(Block.Form form, Sheet sheet) {
        JsonObject button = Kit.button(sheet.actionId(ActionId.Kind.FORM, ""), form.title(), "form");
        return Piece.control(List.of(Kit.actions(sheet.blockId(), List.of(button))));
    }
}
