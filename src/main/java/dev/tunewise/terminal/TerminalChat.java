package dev.tunewise.terminal;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A consultation in a terminal: shows what is posted, reads what is typed, until the input ends. */
final class TerminalChat {
    private static final Set<String> LEAVE = Set.of("quit", "exit", "/quit", "/exit", ":q");
    private static final Author YOU = new Author("you", "you");
    private static final Pattern MORE = Pattern.compile("(?:(?:more|details|open)(?: (\\d{1,2}))?|\\+(\\d{1,2}))");

    private final Consultations consultations;
    private final LineSource lines;
    private final PrintStream out;
    private final Supplier<BlockPrinter> screens;
    private final InstantSource clock;
    private final Supplier<String> keys;

    private final Set<String> shown = new HashSet<>();
    /** The questions shown, by fact. */
    private final Map<String, Block.Ask> asks = new LinkedHashMap<>();

    private Optional<Block.Ask> ask = Optional.empty();
    private List<Button> buttons = List.of();
    private List<Block.Details> folded = List.of();
    private boolean ended;

    TerminalChat(
            Consultations consultations,
            LineSource lines,
            PrintStream out,
            Supplier<BlockPrinter> screens,
            InstantSource clock,
            Supplier<String> keys) {
        this.consultations = consultations;
        this.lines = lines;
        this.out = out;
        this.screens = screens;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * @param problem the problem in the words of the person; empty to be asked
     * @return false when there is no such flow
     */
    boolean hold(String flow, String problem) {
        String key = keys.get();
        Consultations.Taken opened =
                consultations.open(flow, Address.local("terminal", key), inbound(key, new UserInput.Opened(problem)));
        if (!(opened instanceof Consultations.Taken.Done(String id, long _, List<Post> posts))) {
            return false;
        }
        show(posts);
        ask = open(id);
        while (!ended) {
            Optional<String> line = lines.next("> ");
            if (line.isEmpty() || LEAVE.contains(line.get().strip().toLowerCase(Locale.ROOT))) {
                break;
            }
            if (unfolds(line.get())) {
                continue;
            }
            if (!line.get().isBlank()) {
                take(id, line.get());
            } else if (ask.filter(open -> open.inputs().size() > 1).isPresent()) {
                send(id, fill(ask.get().inputs()));
            }
        }
        return true;
    }

    /** "more", "more 2", "+2": shows parts of the last answer that are folded away. Says whether the line asked for that. */
    private boolean unfolds(String line) {
        Matcher more = MORE.matcher(line.strip().toLowerCase(Locale.ROOT));
        if (!more.matches()) {
            return false;
        }
        if (folded.isEmpty()) {
            out.println("Nothing is folded away so far.");
            return true;
        }
        String number = more.group(1) != null ? more.group(1) : more.group(2);
        int which = number == null ? 0 : Integer.parseInt(number);
        if (which > folded.size()) {
            out.println("There are " + folded.size() + " parts; `more` opens all of them.");
            return true;
        }
        BlockPrinter screen = screens.get();
        (which == 0 ? folded : List.of(folded.get(which - 1))).forEach(screen::unfold);
        screen.lines().forEach(out::println);
        return true;
    }

    private void take(String id, String line) {
        Optional<dev.tunewise.chat.Input> open = ask.filter(
                        shown -> shown.inputs().size() == 1)
                .map(shown -> shown.inputs().getFirst());
        send(id, LineCommand.read(line, open, buttons));
    }

    private void send(String id, UserInput input) {
        if (!ended && consultations.take(id, inbound(keys.get(), input)) instanceof Consultations.Taken.Done done) {
            Optional<Block.Form> form = show(done.posts());
            boolean asks = asksAgain(done.posts());
            ask = open(id);
            if (form.isPresent()) {
                send(id, fill(form.get().inputs()));
            } else if (!asks && ask.filter(open -> open.inputs().size() == 1).isPresent()) {
                // in a terminal the question has scrolled away
                out.println("Still open: "
                        + BlockPrinter.legible(ask.get().inputs().getFirst().question()));
            } else if (ask.filter(open -> open.inputs().size() > 1).isPresent()) {
                out.println("Press Enter to answer these one by one, or type what you know.");
            }
        }
    }

    /** Whether a post that changed is of no use where it has scrolled away: it says only that it matters no more, or is a whole answer that stays. */
    private static boolean isAside(Post post) {
        return post.blocks().stream().anyMatch(Block.Heading.class::isInstance)
                || post.blocks().size() == 1
                        && post.blocks().getFirst() instanceof Block.Paragraph(Text text)
                        && text.spans().stream().allMatch(Text.Emphasis.class::isInstance);
    }

    private static boolean asksAgain(List<Post> posts) {
        return posts.stream().flatMap(post -> post.blocks().stream()).anyMatch(Block.Ask.class::isInstance);
    }

    /** The question that is open, which need not be the one shown last: changing an earlier answer leaves it open. */
    private Optional<Block.Ask> open(String id) {
        return consultations
                .see(id)
                .flatMap(seen -> seen.state().asked().stream()
                        .flatMap(fact -> Optional.ofNullable(asks.get(fact)).stream())
                        .findFirst());
    }

    private Optional<Block.Form> show(List<Post> posts) {
        BlockPrinter screen = screens.get();
        for (Post post : posts) {
            boolean here = post.place() instanceof Post.Thread || post.place() instanceof Post.Private;
            boolean again = !shown.add(post.key());
            if (here && !(again && isAside(post))) {
                screen.show(post.blocks());
            }
        }
        screen.sayHowToUnfold();
        screen.lines().forEach(out::println);
        out.flush();
        if (!screen.folded().isEmpty()) {
            folded = screen.folded();
        }
        screen.ask().ifPresent(shown -> shown.inputs().forEach(input -> asks.put(input.fact(), shown)));
        if (!screen.buttons().isEmpty()) {
            buttons = screen.buttons();
        }
        return screen.form();
    }

    /** Asks for the fields of a form one after the other; an empty line leaves a field out. */
    private UserInput fill(List<dev.tunewise.chat.Input> inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        out.println("Enter leaves a question out, `.` ends the form.");
        for (dev.tunewise.chat.Input input : inputs) {
            BlockPrinter screen = screens.get();
            screen.question(input, "");
            screen.lines().forEach(out::println);
            Optional<String> line = lines.next("? ");
            if (line.isEmpty()) {
                ended = true;
                break;
            }
            if (line.get().strip().equals(".")) {
                break;
            }
            String text = line.get().strip();
            if (!text.isEmpty()) {
                // A comma alone is how a form says "none of them".
                values.put(
                        input.fact(),
                        LineCommand.value(input, text)
                                .map(value -> value.isEmpty() ? "," : value)
                                .orElse(text));
            }
        }
        return LineCommand.filled(values);
    }

    private InboundEvent inbound(String key, UserInput input) {
        return new InboundEvent(key, YOU, clock.instant(), "", input);
    }
}
