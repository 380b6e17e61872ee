package dev.tunewise.slack.handle;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.slack.click.ActionId;
import dev.tunewise.slack.click.BlockId;
import dev.tunewise.slack.click.OptionCode;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.SlackActionCode;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.client.SlackBots;
import dev.tunewise.slack.decode.SlackClick;
import dev.tunewise.slack.decode.SlackTimestamp;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.deliver.Modals;
import dev.tunewise.slack.render.ViewRenderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes what people click on cards: answers and commands go to the consultation, windows open. */
public record SlackClickHandler(SlackConsultations turns, Modals windows, SlackBots bots) {
    /** Takes a click on a card; false when it is not about a consultation. */
    boolean take(SlackClick click) {
        Optional<ActionId> element = ActionId.read(click.actionId());
        Optional<BlockId> block = BlockId.read(click.blockId());
        if (element.isEmpty() || block.isEmpty() || block.get().conversation().isEmpty()) {
            return false;
        }
        Optional<ConversationSummary> conversation =
                turns.frame().find(block.get().conversation());
        if (conversation.isEmpty() || !belongs(click, conversation.get())) {
            return true;
        }
        Card card = new Card(click, element.get(), block.get(), conversation.get());
        switch (element.get().kind()) {
            case DO -> SlackActionCode.read(click.value(), () -> blocks(card)).ifPresent(action -> act(card, action));
            case PICK ->
                OptionCode.read(click.value(), () -> PostActions.input(blocks(card), card.fact()))
                        .ifPresent(value -> answer(card, value));
            case TAKE -> answer(card, String.join(",", chosen(card)));
            case TYPE ->
                PostActions.input(blocks(card), card.fact())
                        .ifPresent(input -> open(card, ViewRenderer.typed(card.origin(), input)));
            case FORM -> form(card, card.block().post(), blocks(card));
            case FOLD -> fold(card);
            case MANY, LINK, START, CHANNEL, FIELD -> {}
        }
        return true;
    }

    private record Card(SlackClick click, ActionId element, BlockId block, ConversationSummary conversation) {
        String fact() {
            return element.about();
        }

        ViewOrigin origin() {
            return origin(block.post());
        }

        ViewOrigin origin(String post) {
            return new ViewOrigin(conversation.id(), post, click.room());
        }

        /** The person, seen from the consultation's own installation. */
        SlackUser person() {
            return click.person().in(conversation.address().workspace());
        }
    }

    /**
     * A card names its consultation, and people of other organisations may click it where a channel is shared. It has to stand where the
     * consultation takes place, or, where Slack names no channel, belong to the same installation.
     */
    private static boolean belongs(SlackClick click, ConversationSummary conversation) {
        boolean sameInstallation =
                conversation.address().workspace().equals(click.person().workspace());
        return click.room().isEmpty()
                ? sameInstallation || click.window()
                : sameInstallation || conversation.address().room().equals(click.room());
    }

    private List<Block> blocks(Card card) {
        return turns.blocks(card.conversation().id(), card.block().post());
    }

    private void answer(Card card, String value) {
        act(card, new Action.Answer(card.fact(), value));
    }

    private void act(Card card, Action action) {
        SlackClick click = card.click();
        Consultations.Taken taken = turns.take(
                card.conversation(),
                turns.event(
                        card.person(),
                        click.key(),
                        SlackTimestamp.of(click.time()),
                        "",
                        new UserInput.Clicked(action),
                        !SlackConsultations.isDirect(
                                card.conversation().address().room())));
        // Who asks for the form wants to see it now; it also stands in the thread for the others.
        if (taken instanceof Consultations.Taken.Done done) {
            done.posts().stream()
                    .filter(post -> PostActions.form(post.blocks()).isPresent())
                    .findFirst()
                    .ifPresent(post -> form(card, post.key(), post.blocks()));
        }
    }

    private void form(Card card, String post, List<Block> blocks) {
        List<Input> inputs = PostActions.form(blocks)
                .map(Block.Form::inputs)
                .orElseGet(() -> Block.of(Block.Ask.class, blocks.stream())
                        .flatMap(ask -> ask.inputs().stream())
                        .toList());
        if (!inputs.isEmpty()) {
            open(card, ViewRenderer.form(card.origin(post), inputs));
        }
    }

    private void fold(Card card) {
        String number = card.click().value();
        if (number.matches("\\d{1,3}")) {
            ViewRenderer.folded(card.origin(), blocks(card), Integer.parseInt(number))
                    .ifPresent(view -> open(card, view));
        }
    }

    private void open(Card card, String view) {
        bots.find(card.conversation().address().workspace()).ifPresent(bot -> windows.open(bot, card.click(), view));
    }

    private List<String> chosen(Card card) {
        Supplier<Optional<Input>> input = () -> PostActions.input(blocks(card), card.fact());
        return card.click().fields().entrySet().stream()
                .filter(field -> isMany(field, card.fact()))
                .flatMap(field -> field.getValue().stream())
                .flatMap(code -> OptionCode.read(code, input).stream())
                .toList();
    }

    private static boolean isMany(Map.Entry<String, List<String>> field, String fact) {
        return ActionId.read(field.getKey())
                .filter(id -> id.kind() == ActionId.Kind.MANY && id.about().equals(fact))
                .isPresent();
    }
}
