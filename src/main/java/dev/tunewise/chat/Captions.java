package dev.tunewise.chat;

import java.util.List;

/**
 * The words on what people click and fill in, for controls that a channel adds around a post: placeholders, titles of windows, errors of fields.
 * They are here so that all channels speak alike; what only one platform can say is in the one phrases file of its adapter.
 */
public final class Captions {
    public static final String YES = "Yes";
    public static final String NO = "No";
    public static final String ANSWER = "Answer";
    public static final String ANSWER_TOGETHER = "Answer together…";
    public static final String OTHER_NUMBER = "Another number…";
    public static final String TYPE_NAME = "Type a name…";
    public static final String TYPE_TO_SEARCH = "Type to search";
    public static final String NONE_OF_THESE = "None of these";
    public static final String CHOOSE_ONE = "Choose one";
    public static final String CHOOSE_SEVERAL = "Choose all that apply";
    public static final String DONE = "Done";
    public static final String CHANGE = "Change";
    public static final String REMOVE = "Remove";
    public static final String MORE = "More…";
    public static final String WHAT_TO_DO = "What to do";
    public static final String GO = "Go";
    public static final String SAVE = "Save";
    public static final String SEND = "Send";
    public static final String CLOSE = "Close";
    public static final String CANCEL = "Cancel";
    public static final String THE_FORM = "A form with questions";
    public static final String OTHERS_IN_THREAD = "The other questions are asked in the thread.";

    public static final String PROBLEM = "What is the problem?";
    public static final String PROBLEM_EXAMPLE = "Our classifier drifts, should we fine-tune?";
    public static final String PROBLEM_MISSING = "Say what it is about.";
    public static final String ASK = "Ask";
    public static final String START = "Start";
    public static final String START_CONSULTATION = "Start a consultation";
    public static final String WHERE = "Where shall we talk about it?";
    public static final String WHERE_ALONE = "Leave it empty to talk with Tunewise alone.";

    public static final String OPEN_CONSULTATIONS = "Open consultations";
    public static final String NOTHING_OPEN = "Nothing is open.";
    public static final String RECENT_DECISIONS = "Recent decisions";
    public static final String NOTHING_DECIDED = "Nothing was decided yet.";
    public static final String SETTINGS = "Settings";
    public static final String CHOOSE_CHANNEL = "Choose a channel";
    public static final String SUMMARIES_GO_TO = "Summaries of decisions for the whole workspace go to";
    public static final String NO_SUMMARIES = "No summaries";

    public static final String SHORTENED = "Shortened to fit.";
    public static final String SHORTENED_THREAD = "Shortened to fit; more in the thread.";
    public static final String SHORTENED_FILE = "Shortened to fit; the file below has everything.";
    public static final String WHOLE_RECORD = "The whole record";

    public static final String FILE_DECLINED = "The file was not saved.";
    public static final String FILE_FAILED = "The file could not be saved. Export once more to try again.";
    public static final String CARD_GONE = "This card belongs to no consultation here any more.";
    public static final String CARD_UNKNOWN = "This card is not one of ours.";
    public static final String CLICK_AGAIN = "That did not open in time. Please click again.";
    public static final String TRY_AGAIN = "That did not work. Please try again.";
    public static final String NO_DOWNLOAD =
            "there is no address to download it from. Whoever runs Tunewise can set its public address.";
    public static final String THIS_CHAT = "this chat";
    public static final String SOMEBODY = "Somebody";
    /** Where the bot is told nothing that does not name it; light markup. */
    public static final String HEARD_BY_NAME =
            "I hear what mentions me here: begin with **@Tunewise**, or answer on the card.";

    /** The two answers of a question that is answered with yes or no. */
    public static List<Input.Option> yesNo() {
        return List.of(new Input.Option("yes", YES, ""), new Input.Option("no", NO, ""));
    }

    public static String progress(Block.Progress progress) {
        return progress.remaining() <= 0
                ? progress.answered() + " answered"
                : progress.answered() + " answered, about " + progress.remaining() + " to go";
    }

    /** How far the interview is, as a bar of characters. */
    public static String bar(Block.Progress progress, int width) {
        int all = Math.max(1, progress.answered() + progress.remaining());
        int done = Math.clamp(Math.round((float) width * progress.answered() / all), 0, width);
        return "▰".repeat(done) + "▱".repeat(width - done);
    }

    /** What a field says when it holds nothing usable. */
    public static String expected(Input input) {
        return switch (input.kind()) {
            case Input.Number number -> "Type a number" + range(number) + ", or choose below.";
            case Input.Search _ -> "Choose a name from the list.";
            case Input.One _, Input.Many _, Input.YesNo _ -> "Choose an answer.";
        };
    }

    private static String range(Input.Number number) {
        if (number.min().isEmpty()) {
            return number.max().isEmpty() ? "" : " of at most " + number.max();
        }
        return number.max().isEmpty()
                ? " of at least " + number.min()
                : " from " + number.min() + " to " + number.max();
    }
}
