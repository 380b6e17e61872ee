package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The card that the whole channel sees: the problem, where it stands, who took part, and in the end the answer. */
final class RootCard {
    private static final int TITLE = 140;
    private static final int WHOLE_TEXT = 1500;
    private static final int PEOPLE = 8;

    private final Kit kit;
    private final Progress progress;

    RootCard(Kit kit) {
        this.kit = kit;
        this.progress = new Progress(kit);
    }

    /** The title of a consultation: the problem as put, shortened. */
    String title(State state) {
        String put = state.title().isBlank() ? kit.words().title() : state.title();
        return put.isBlank() ? kit.wording().plain(Phrase.ROOT_UNTITLED) : Labels.shortened(put, TITLE);
    }

    /** The root card; with the advice once the answer was given. */
    Post post(State state, Agenda agenda, Optional<Counsel.Counselled> advice) {
        List<Block> blocks = new ArrayList<>();
        String title = title(state);
        blocks.add(new Block.Heading(title));
        if (state.title().strip().length() > TITLE) {
            blocks.add(new Block.Details(
                    kit.wording().plain(Phrase.ROOT_WHOLE_TEXT),
                    List.of(new Block.Paragraph(Text.plain(cut(state.title()))))));
        }
        String plain;
        if (state.stopped()) {
            blocks.add(new Block.Paragraph(kit.wording().text(Phrase.ROOT_STOPPED)));
            plain = kit.wording().plain(Phrase.ROOT_PLAIN_STOPPED, title);
        } else if (advice.isPresent()) {
            concluded(advice.get(), blocks);
            plain = kit.wording()
                    .plain(Phrase.ROOT_PLAIN_CONCLUDED, title, advice.get().headline());
        } else {
            plain = open(state, agenda, title, blocks);
        }
        if (!state.people().isEmpty()) {
            blocks.add(new Block.Paragraph(kit.wording().text(Phrase.ROOT_PEOPLE, people(state))));
        }
        blocks.add(new Block.Buttons(buttons(state, advice.isPresent())));
        return new Post(Post.ROOT, new Post.Root(), blocks, plain);
    }

    private String open(State state, Agenda agenda, String title, List<Block> blocks) {
        int answered = state.held().size();
        int remaining = progress.remaining(state, agenda);
        Phrase status = switch (agenda.standing()) {
            case Standing.DeadEnd _ -> Phrase.ROOT_DEAD_END;
            case Standing _ when state.doubts().isEmpty() -> Phrase.ROOT_OPEN;
            case Standing _ -> Phrase.ROOT_DECIDE;
        };
        blocks.add(new Block.Paragraph(kit.wording().text(status)));
        blocks.add(new Block.Progress(answered, remaining));
        return kit.wording().plain(Phrase.ROOT_PLAIN_OPEN, title, answered, remaining);
    }

    private void concluded(Counsel.Counselled advice, List<Block> blocks) {
        blocks.add(new Block.Paragraph(kit.wording().text(Phrase.ROOT_CONCLUDED, advice.headline())));
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(new Block.Pair(kit.wording().plain(Phrase.ROOT_LEVER), Text.plain(advice.lever())));
        if (!advice.monthly().isEmpty()) {
            pairs.add(new Block.Pair(kit.wording().plain(Phrase.ROOT_MONTHLY), Text.plain(advice.monthly())));
        }
        if (!advice.open().isEmpty()) {
            pairs.add(new Block.Pair(
                    kit.wording().plain(Phrase.ROOT_TO_DO), Text.plain(String.join(" · ", advice.open()))));
        }
        blocks.add(new Block.Pairs(pairs));
    }

    private List<Button> buttons(State state, boolean concluded) {
        Wording wording = kit.wording();
        if (state.stopped()) {
            return List.of(Button.plain(wording.plain(Phrase.BUTTON_RESUME), Verb.RESUME.action()));
        }
        if (concluded) {
            return List.of(
                    Button.plain(wording.plain(Phrase.BUTTON_EXPLAIN), Verb.EXPLAIN.action()),
                    Button.quiet(wording.plain(Phrase.BUTTON_EXPORT), Verb.EXPORT.action()),
                    Button.quiet(wording.plain(Phrase.BUTTON_RESTART), Verb.RESTART.action()));
        }
        return List.of(
                Button.plain(wording.plain(Phrase.BUTTON_FORM), Verb.FORM.action()),
                Button.quiet(wording.plain(Phrase.BUTTON_STATUS), Verb.STATUS.action()),
                Button.quiet(wording.plain(Phrase.BUTTON_STOP), Verb.STOP.action()));
    }

    static String people(State state) {
        String names = state.people().stream().limit(PEOPLE).map(Author::name).collect(Collectors.joining(", "));
        int more = state.people().size() - PEOPLE;
        return more > 0 ? names + " +" + more : names;
    }

    private static String cut(String text) {
        return text.length() <= WHOLE_TEXT
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(text.codePointCount(0, text.length()), WHOLE_TEXT - 1)))
                        + "…";
    }
}
