package dev.tunewise.conversation.state;

import dev.tunewise.chat.Action;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Commands that the machine knows, by button or by word. The name in an {@link Action.Command} is {@link #id()}. */
public enum ConversationCommand {
    /** Why is this asked? Argument `fact`, optional. */
    WHY(true),
    HELP(true),
    /** What is known so far and what is open. */
    STATUS(true),
    /** What the last answers changed of the answer, or of what it leans to. */
    CHANGED(true),
    /** Leave a question for later. Argument `fact`, optional. */
    SKIP,
    /** Nobody knows. Argument `fact`, optional; what somebody said of it before is withdrawn where `sure` is `yes`. */
    DONT_KNOW,
    /** Ask the previous question again. */
    BACK,
    /** Take back the last thing that changed anything. */
    UNDO,
    /** Ask for a fact although it has a value. Argument `fact`. */
    CHANGE,
    /** Leave what a fact has, after all. Argument `fact`. */
    KEEP,
    /** Take back the answer to a fact. Argument `fact`. */
    REMOVE,
    /** Decide a dispute, or between several readings. Arguments `fact` and `value`. */
    SETTLE,
    /** Confirm what was proposed. Argument `fact`, and `value` for one item of a list. */
    CONFIRM,
    /** Refuse what was proposed. Arguments as there. */
    REJECT,
    /** Ask the open question again. */
    REPEAT,
    /** Drop all answers; asks first unless `sure` is `yes`. */
    RESTART,
    STOP(true),
    RESUME(true),
    /** All questions that could still matter at once. */
    FORM,
    /** Look at other facts or cost parameters beside the ones given. Arguments: value by fact id or parameter key. */
    WHAT_IF,
    /** What would change the answer, or what the leaning hangs on. */
    WHAT_CHANGES(true),
    /** Take over what a what-if looked at. Arguments as there. */
    ADOPT,
    /** Give the answer at once, with whatever has to be assumed. */
    ANSWER_NOW,
    /** Ask on after an answer that assumes something. */
    SHARPEN,
    /** What is done now is in place already. */
    ALREADY_DONE,
    /** What is to be done, as far as that can be said. */
    WHAT_TO_DO(true),
    /** Drop what was begun last: a refused value, a reading to confirm, a change. */
    NEVER_MIND,
    /** How the answer came about. */
    EXPLAIN(true),
    /** All that the answer, or what it leans to, rests on and nobody said. */
    ASSUMED(true),
    /** The record as a file. Argument `format`: `md` or `json`, optional. */
    EXPORT(true),
    /** The summary that team channels get, to look at; posted with `post` `yes`. */
    SUMMARY(true),
    /** Somebody sees to the answer. Arguments `person` and `name`; without them whoever says it. */
    OWNER(true),
    /** When the answer is looked at again. Argument `on`: an ISO date, empty for never. */
    REVIEW(true),
    /** The answer was acted on. */
    ACTED_ON(true),
    /** Ask now whether the answer still holds, with the answers filled in. */
    REVIEW_NOW(true),
    /** The answer was looked at again, and stands. */
    STILL_HOLDS(true);

    private final boolean atRest;

    ConversationCommand() {
        this(false);
    }

    ConversationCommand(boolean atRest) {
        this.atRest = atRest;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command as a click. */
    public Action.Command action() {
        return Action.Command.of(id());
    }

    /** The command about one fact, as a click. */
    public Action.Command about(String fact) {
        return Action.Command.about(id(), fact);
    }

    /** Says whether the command also works while the consultation rests; all others ask to resume it first. */
    public boolean worksAtRest() {
        return atRest;
    }

    public static Optional<ConversationCommand> of(String id) {
        return Arrays.stream(values()).filter(verb -> verb.id().equals(id)).findFirst();
    }
}
