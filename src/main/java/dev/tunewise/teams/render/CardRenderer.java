package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.PrefixFit;
import dev.tunewise.chat.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws posts as Adaptive Cards of version 1.5, none heavier than 27 KB. */
public record CardRenderer(FileUrls pages) {
    /** Teams takes 100 KB in UTF-16 with all that it adds; cards stay far below, for phones and for activities with cards. */
    static final int MOST_BYTES = 27 * 1024;

    private static final int FORM_FIELDS = 60;
    private static final int MOST_FOLDS = 20;
    private static final List<DetailLevel> LESS = List.of(
            DetailLevel.ALL.folding(0),
            DetailLevel.NO_CHARTS,
            DetailLevel.NO_FOLDS,
            DetailLevel.SHORT,
            DetailLevel.SHORTEST);

    /** A post as a card. `conversation`: id of the consultation, carried by every button. */
    public ObjectNode card(String conversation, Post post) {
        CardOrigin origin = new CardOrigin(conversation, post.key());
        for (DetailLevel detail : details(post)) {
            ObjectNode card = draw(origin, post, post.blocks(), detail, false);
            if (CardJson.weight(card) <= MOST_BYTES) {
                return card;
            }
        }
        return asMuchAsFits(origin, post);
    }

    /** With all folded parts on the card, then with fewer, which open in dialogs; then with less of everything. */
    private static List<DetailLevel> details(Post post) {
        List<DetailLevel> details = new ArrayList<>();
        long folds =
                post.blocks().stream().filter(Block.Details.class::isInstance).count();
        for (int count = (int) Math.min(folds, MOST_FOLDS); count > 0; count--) {
            details.add(DetailLevel.ALL.folding(count));
        }
        details.addAll(LESS);
        return details;
    }

    /**
     * A folded part of a post as a card for a dialog.
     *
     * @param number of the part, from 0
     * @return empty when the post has no such part any more
     */
    public Optional<Opened> fold(String conversation, Post post, int number) {
        return Block.of(Block.Details.class, post.blocks().stream())
                .skip(Math.max(0, number))
                .findFirst()
                .map(part -> new Opened(
                        part.summary(),
                        CardButtons.submitting(card(
                                conversation, new Post(post.key(), post.place(), part.blocks(), part.summary())))));
    }

    /** What a dialog shows. */
    public record Opened(String title, ObjectNode card) {}

    /** Blocks from the first on, as many as fit; questions and buttons stay as long as they fit themselves. */
    private ObjectNode asMuchAsFits(CardOrigin origin, Post post) {
        int count = PrefixFit.of(
                post.blocks().size() - 1, some -> CardJson.weight(cut(origin, post, some(post, some))) <= MOST_BYTES);
        if (count >= 0) {
            return cut(origin, post, some(post, count));
        }
        List<Block> controls = some(post, 0);
        int left = PrefixFit.of(
                controls.size(), some -> CardJson.weight(cut(origin, post, controls.subList(0, some))) <= MOST_BYTES);
        return cut(origin, post, controls.subList(0, Math.max(0, left)));
    }

    private ObjectNode cut(CardOrigin origin, Post post, List<Block> blocks) {
        return draw(origin, post, blocks, DetailLevel.SHORTEST, true);
    }

    /** The first blocks, and of the others the controls. */
    private static List<Block> some(Post post, int count) {
        List<Block> blocks = new ArrayList<>(post.blocks().subList(0, count));
        post.blocks().stream().skip(count).filter(CardRenderer::isControl).forEach(blocks::add);
        return blocks;
    }

    private static boolean isControl(Block block) {
        return block instanceof Block.Ask || block instanceof Block.Buttons || block instanceof Block.Form;
    }

    private ObjectNode draw(CardOrigin origin, Post post, List<Block> blocks, DetailLevel detail, boolean cut) {
        CardElements elements = new CardElements(origin, pages, detail);
        List<ObjectNode> body = new ArrayList<>();
        blocks.forEach(block -> body.addAll(elements.of(block)));
        if (cut || elements.shortened()) {
            body.add(shortened(origin));
        }
        if (body.isEmpty()) {
            body.add(CardJson.text(Markdown.escaped(Truncate.to(post.plain().isBlank() ? "…" : post.plain(), 600))));
        }
        ObjectNode card = card(body, Markdown.plain(post.plain(), 600));
        List<ObjectNode> actions = elements.actions();
        if (!actions.isEmpty()) {
            card.set("actions", CardJson.array(actions));
        }
        return card;
    }

    private ObjectNode shortened(CardOrigin origin) {
        Optional<String> record = origin.conversation().isEmpty()
                ? Optional.empty()
                : pages.file(origin.conversation(), "md", "consultation.md");
        return CardJson.small(record.map(url -> Captions.SHORTENED + " [" + Captions.WHOLE_RECORD + "](" + url + ")")
                .orElse(Captions.SHORTENED));
    }

    /**
     * The one form, for a dialog; fields that do not fit are left out and stay as they are.
     *
     * @param refused what was wrong with it when it was sent before: a sentence by the id of a fact
     */
    public ObjectNode form(String conversation, String post, List<Input> inputs, Map<String, String> refused) {
        CardOrigin origin = new CardOrigin(conversation, post);
        List<Input> fields = inputs.subList(0, Math.min(FORM_FIELDS, inputs.size()));
        ObjectNode card = form(origin, fields, refused, true);
        if (CardJson.weight(card) <= MOST_BYTES) {
            return card;
        }
        int count = PrefixFit.of(
                fields.size(),
                some -> CardJson.weight(form(origin, fields.subList(0, some), refused, false)) <= MOST_BYTES);
        return form(origin, fields.subList(0, Math.max(1, count)), refused, false);
    }

    private static ObjectNode form(CardOrigin origin, List<Input> inputs, Map<String, String> refused, boolean hints) {
        List<ObjectNode> body = new ArrayList<>();
        for (Input input : inputs) {
            String why = refused.getOrDefault(input.fact(), "");
            if (!why.isEmpty()) {
                body.add(CardJson.text(Markdown.escaped(why)).put("color", "attention"));
            }
            if (hints) {
                body.addAll(TeamsInputFields.hint(input));
            }
            body.add(TeamsInputFields.of(input, input.required()));
        }
        ObjectNode card = card(body, Captions.THE_FORM);
        ObjectNode send =
                CardJson.typed("Action.Submit").put("title", Captions.SEND).put("style", "positive");
        send.set("data", ClickCode.form(origin, inputs.stream().map(Input::fact).toList()));
        card.set("actions", CardJson.array(List.of(send)));
        return card;
    }

    /** A field to put a problem in, filled with a message that somebody pointed at. */
    public static ObjectNode problem(String text) {
        ObjectNode field = CardJson.typed("Input.Text")
                .put("id", "problem")
                .put("label", Captions.PROBLEM)
                .put("isMultiline", true)
                .put("isRequired", true)
                .put("errorMessage", Captions.PROBLEM_MISSING)
                .put("maxLength", 4_000)
                .put("value", Truncate.to(text, 4_000));
        ObjectNode card = card(List.of(field), Captions.PROBLEM);
        ObjectNode send =
                CardJson.typed("Action.Submit").put("title", Captions.ASK).put("style", "positive");
        send.set("data", CardJson.object().put("do", "ask"));
        card.set("actions", CardJson.array(List.of(send)));
        return card;
    }

    private static ObjectNode card(List<ObjectNode> body, String fallback) {
        ObjectNode card = CardJson.typed("AdaptiveCard").put("version", "1.5");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("fallbackText", fallback.isBlank() ? "Tunewise" : fallback);
        card.set("msteams", CardJson.object().put("width", "full"));
        card.set("body", CardJson.array(body));
        return card;
    }
}
