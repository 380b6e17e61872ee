package dev.tunewise.conversation.card;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.money.AmountMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The card that the whole channel sees: the problem, where it stands, who took part, and in the end the answer. */
public record RootCard(FlowContext kit) {
    private static final int TITLE = 140;
    private static final int TELLING = 40;
    private static final int WHOLE_TEXT = 1500;
    private static final int PEOPLE = 8;

    /** The title of a consultation: the problem as put, shortened. */
    public String title(ConversationState state) {
        String put = state.title().isBlank() ? kit.words().title() : state.title();
        if (put.isBlank()) {
            return kit.plain("root-untitled");
        }
        return put.strip().length() <= TITLE
                ? Truncate.atWord(put, TITLE)
                : Truncate.atWord(briefly(questionFirst(put)), TITLE);
    }

    /** The sentences of a long text, the last question of it first, so that the question is what is left when it is cut. */
    private static List<String> questionFirst(String text) {
        List<String> sentences = new ArrayList<>(List.of(text.strip().split("(?<=[.!?…])\\s+|\\R+")));
        int question = sentences.size() - 1;
        while (question > 0 && !sentences.get(question).endsWith("?")) {
            question--;
        }
        sentences.add(0, sentences.remove(question));
        return sentences;
    }

    /** As many whole sentences as a title holds; where they say too little, all of them, to be cut. */
    private static String briefly(List<String> sentences) {
        String all = String.join(" ", sentences);
        String whole = "";
        for (String sentence : sentences) {
            String longer = (whole + " " + sentence).strip();
            if (longer.length() > TITLE) {
                return whole.length() < TELLING ? all : whole;
            }
            whole = longer;
        }
        return all;
    }

    /** The title where costs may be shown or not. */
    String title(ConversationState state, boolean costs) {
        return kit.wording().title(title(state), costs);
    }

    /**
     * The root card; with the advice once the answer was given.
     *
     * @param advice the answer, once it was given
     * @param costs whether figures may be shown
     */
    public Post post(ConversationState state, QuestionPlan agenda, Optional<RenderedAdvice> advice, boolean costs) {
        List<Block> blocks = new ArrayList<>();
        String title = title(state, costs);
        blocks.add(new Block.Heading(title));
        if (state.title().strip().length() > TITLE && (costs || !AmountMention.in(state.title()))) {
            blocks.add(new Block.Details(
                    kit.plain("root-whole-text"),
                    List.of(new Block.Paragraph(Text.plain(Truncate.to(state.title(), WHOLE_TEXT))))));
        }
        String plain;
        boolean offers = new QuestionCards(kit).offers(state);
        if (state.stopped()) {
            blocks.add(new Block.Paragraph(kit.text("root-stopped")));
            plain = kit.plain("root-plain-stopped", title);
        } else if (advice.isPresent()) {
            String headline = costs ? advice.get().headline() : advice.get().withoutCosts();
            concluded(advice.get(), headline, state, costs, blocks);
            plain = kit.plain("root-plain-concluded", title, headline);
        } else {
            // What answers a particular question stands below and nowhere else; how far a comparison would be nobody
            // asked yet.
            plain = offers ? kit.plain("root-plain-answered", title) : open(state, agenda, title, blocks);
        }
        boolean several = state.people().size() > 1 || (!state.people().isEmpty() && !offers);
        if (several && advice.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("root-people", people(state))));
        }
        blocks.add(new Block.Buttons(buttons(state, advice.isPresent())));
        return new Post(Post.ROOT, new Post.Root(), blocks, plain);
    }

    private String open(ConversationState state, QuestionPlan agenda, String title, List<Block> blocks) {
        Progress progress = new Progress(kit);
        int answered = progress.answered(state);
        int remaining = progress.remaining(state, agenda);
        String status = switch (agenda.standing()) {
            case InterviewStatus.DeadEnd _ -> "root-dead-end";
            case InterviewStatus _ ->
                state.doubts().values().stream().anyMatch(OpenConflict.Dispute.class::isInstance)
                        ? "root-decide"
                        : "root-open";
        };
        blocks.add(new Block.Paragraph(kit.text(status)));
        ThreadState.Leaning leaning = state.shown().leaning();
        LeaningText leanings = new LeaningText(kit);
        // The thread says already that too little is known, or what it could answer all the same.
        if (leaning != null && leanings.tells(leaning.now(), state)) {
            blocks.add(new Block.Paragraph(leanings.of(leaning, state)));
        }
        if (remaining == 0 && leaning != null) {
            return kit.plain(
                    "root-plain-reopened", title, answered, leaning.now().probability());
        }
        blocks.add(new Block.Progress(answered, remaining));
        return kit.plain("root-plain-open", title, answered, remaining);
    }

    private void concluded(
            RenderedAdvice advice, String headline, ConversationState state, boolean costs, List<Block> blocks) {
        blocks.add(new Block.Paragraph(kit.text("root-concluded", headline)));
        List<Block.Pair> pairs = new DecisionCardRows(kit).of(advice.card(), state, costs);
        if (!advice.open().isEmpty()) {
            pairs.add(new Block.Pair(kit.plain("root-to-do"), Text.plain(String.join(" · ", advice.open()))));
        }
        pairs.addAll(new DecisionCardRows(kit).after(state.mind().followUp(), costs));
        blocks.add(new Block.Pairs(pairs));
    }

    private List<Button> buttons(ConversationState state, boolean concluded) {
        if (state.stopped()) {
            return List.of(Button.plain(kit.plain("button-resume"), ConversationCommand.RESUME.action()));
        }
        if (concluded) {
            return List.of(
                    Button.plain(kit.plain("button-explain"), ConversationCommand.EXPLAIN.action()),
                    Button.quiet(kit.plain("button-export"), ConversationCommand.EXPORT.action()),
                    Button.quiet(kit.plain("button-restart"), ConversationCommand.RESTART.action()));
        }
        List<Button> open = new ArrayList<>();
        if (state.shown().leaning() != null) {
            open.add(Button.plain(kit.plain("button-answer-now"), ConversationCommand.ANSWER_NOW.action()));
        }
        open.add(Button.plain(kit.plain("button-form"), ConversationCommand.FORM.action()));
        open.add(Button.quiet(kit.plain("button-status"), ConversationCommand.STATUS.action()));
        open.add(Button.quiet(kit.plain("button-stop"), ConversationCommand.STOP.action()));
        return open;
    }

    static String people(ConversationState state) {
        String names = state.people().stream().limit(PEOPLE).map(Author::name).collect(Collectors.joining(", "));
        int more = state.people().size() - PEOPLE;
        return more > 0 ? names + " +" + more : names;
    }
}
