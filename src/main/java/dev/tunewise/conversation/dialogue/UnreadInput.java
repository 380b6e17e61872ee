package dev.tunewise.conversation.dialogue;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import java.util.List;
import java.util.Optional;

/** The text that examples or a language model may read further: what was typed to us, with words in it that the rules leave unread. */
public record UnreadInput(FlowContext kit, QuestionPlan.Planner planner, Interpreter interpreter) {
    private static final int LONGEST_ORDER = 160;

    /** The text of an input in a state; empty where nothing is left to read in it. */
    public Optional<String> of(ConversationState state, UserInput input) {
        return switch (input) {
            // A post of several sentences orders nothing, and what it asks is not told by what the rules left unread.
            case UserInput.Opened(String text) when text.length() > LONGEST_ORDER -> Optional.of(text);
            case UserInput.Opened(String text) ->
                unread(state, text, new Interpreter.Setting(List.of(), state.answers(), true));
            case UserInput.Said(String text, boolean addressed)
            when addressed && !state.stopped() ->
                unread(
                        state,
                        text,
                        new Interpreter.Setting(planner.agenda(state).asking(), state.answers(), false));
            case UserInput.Clicked(Action.Command command) when asksWhole(command) -> opening(state);
            case UserInput.Said _,
                    UserInput.Edited _,
                    UserInput.Clicked _,
                    UserInput.Filled _,
                    UserInput.TimeCame _,
                    UserInput.Imported _ -> Optional.empty();
        };
    }

    /** Whether a command asks for what was only offered. */
    public static boolean asksWhole(Action.Command command) {
        return command.name().equals(ConversationCommand.REPEAT.id());
    }

    private Optional<String> unread(ConversationState state, String text, Interpreter.Setting setting) {
        Interpretation heard = interpreter.hear(text, setting);
        Action.Command command = heard.command();
        if (command != null) {
            return asksWhole(command) ? opening(state) : Optional.empty();
        }
        return heard.unread() ? Optional.of(text) : Optional.empty();
    }

    /** The opening message, where its question was answered and the whole comparison is only offered. */
    private Optional<String> opening(ConversationState state) {
        return !state.stopped() && new QuestionCards(kit).offers(state) ? Optional.of(state.title()) : Optional.empty();
    }
}
