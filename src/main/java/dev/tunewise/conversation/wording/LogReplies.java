package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.money.AmountMention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log of decisions as a list in a chat. */
public record LogReplies(Messages wording) {
    private static final Pattern ANSWER = Pattern.compile("(?:\\p{L}+(?: \\p{L}+)?[.] )?+.+?[.](?= [\\p{Lu}“])");

    /**
     * A decision in the list.
     *
     * @param headline the verdict in a sentence; empty while open
     * @param monthly monthly figure, formatted; empty where there is none
     * @param url where to read it; empty where the channel cannot say
     * @param room where it was held, where that is somewhere else and may be told; empty otherwise
     * @param unasked why its review cannot be asked for now; empty where it can
     * @param costs whether amounts of money may be seen; without them the verdict is told in its words without any
     */
    public record Line(
            String question,
            String headline,
            String monthly,
            LoggedDecision logged,
            String url,
            String room,
            String unasked,
            boolean costs) {}

    /**
     * The log, newest change first.
     *
     * @param next the page that shows more; 0 where there are no more
     * @param notes what has to be known besides, as that something could not be posted
     * @param called how the command is called on the channel
     */
    public Notice list(List<Line> lines, int next, List<String> notes, String called) {
        String title = wording.plain("log-title");
        Text filters = wording.text("log-filters", called.isEmpty() ? "" : called + " ");
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading(title)));
        notes.forEach(note -> blocks.add(new Block.Note(Block.Tone.WARNING, Text.plain(note))));
        if (lines.isEmpty()) {
            blocks.add(new Block.Paragraph(wording.text("log-empty")));
        } else {
            blocks.add(new Block.Bullets(lines.stream().map(this::item).toList()));
        }
        if (next > 0) {
            blocks.add(new Block.Paragraph(wording.text("log-more", next)));
        }
        blocks.add(new Block.Paragraph(filters));
        return new Notice(blocks, lines.isEmpty() ? wording.plain("log-empty") : title);
    }

    public Text item(Line line) {
        return title(line).then(Text.plain(" · " + String.join(" · ", parts(line))));
    }

    /** A decision that stands further up already: who looks at it again, and when. */
    public Text again(Line line) {
        List<String> parts = followedUp(line.logged());
        return parts.isEmpty() ? title(line) : title(line).then(Text.plain(" · " + String.join(" · ", parts)));
    }

    Text title(Line line) {
        String question = wording.title(line.question(), line.costs());
        return line.url().isEmpty() ? Text.strong(question) : new Text(List.of(new Text.Link(question, line.url())));
    }

    private List<String> followedUp(LoggedDecision logged) {
        List<String> parts = new ArrayList<>();
        String owner = owner(logged.followUp());
        if (!owner.isEmpty()) {
            parts.add(wording.plain("log-owner", owner));
        }
        LocalDate review = logged.followUp().review();
        if (review != null) {
            parts.add(wording.plain("log-review", wording.day(review)));
        }
        return parts;
    }

    private List<String> parts(Line line) {
        LoggedDecision logged = line.logged();
        List<String> parts = new ArrayList<>(List.of(status(logged, line.costs())));
        parts.addAll(answered(line));
        if (!line.room().isEmpty()) {
            parts.add(wording.plain("log-room", line.room()));
        }
        Instant decided = logged.decidedAt();
        if (decided != null) {
            parts.add(wording.day(decided.atZone(ZoneOffset.UTC).toLocalDate()));
        }
        parts.addAll(followedUp(logged));
        if (!line.unasked().isEmpty()) {
            parts.add(line.unasked());
        }
        String outcome = outcome(line.costs() ? logged : logged.withoutCostOutcome());
        Stream.of(outcome, moved(logged)).filter(text -> !text.isEmpty()).forEach(parts::add);
        return parts;
    }

    /** The verdict with its monthly figure; its status where there is none. */
    String answer(Line line) {
        List<String> parts = answered(line);
        return parts.isEmpty() ? status(line.logged()) : String.join(" · ", parts);
    }

    private static List<String> answered(Line line) {
        return Stream.of(
                        inShort(line.costs() ? line.headline() : line.logged().withoutCosts()),
                        line.costs() ? line.monthly() : "")
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The sentence that answers, with the yes or no before it; what else was said stands in the thread. */
    private static String inShort(String headline) {
        Matcher answer = ANSWER.matcher(headline);
        return answer.lookingAt() ? answer.group() : headline;
    }

    /** Who sees to a decision, and that they left; empty where nobody does. */
    public String owner(FollowUp followUp) {
        Author owner = followUp.owner();
        return owner == null
                ? ""
                : followUp.left() == null ? owner.name() : wording.plain("log-owner-left", owner.name());
    }

    /** The result of a decision, as somebody reported it; empty where nobody did. */
    public String outcome(LoggedDecision logged) {
        FollowUp.Outcome outcome = logged.followUp().outcome();
        String figures = outcome == null ? "" : OutcomeText.outcome(wording, outcome);
        return figures.isEmpty() ? "" : wording.plain("log-outcome", figures);
    }

    /** When and why figures moved under a decision; empty where they did not. */
    public String moved(LoggedDecision logged) {
        FollowUp.Moved moved = logged.followUp().moved();
        return moved == null
                ? ""
                : wording.plain(
                        "log-moved",
                        wording.day(moved.at().atZone(ZoneOffset.UTC).toLocalDate()),
                        moved.cause());
    }

    /** Where a decision stands, with what took its place. */
    public String status(LoggedDecision logged, boolean costs) {
        FollowUp.Superseded superseded = logged.followUp().superseded();
        return superseded == null || superseded.by().isEmpty() || !costs && AmountMention.in(superseded.by())
                ? status(logged)
                : wording.plain("log-superseded-by", superseded.by());
    }

    /** Where a decision stands as people read it, and that it was looked at again as well. */
    public String status(LoggedDecision logged) {
        return logged.found().stream().map(this::status).collect(Collectors.joining(", "));
    }

    /** A status as people read it. */
    public String status(LoggedDecision.Status status) {
        return wording.plain(
                switch (status) {
                    case OPEN -> "log-open";
                    case STOPPED -> "log-stopped";
                    case DECIDED -> "log-decided";
                    case ACTED_ON -> "log-acted-on";
                    case REVISITED -> "log-revisited";
                    case SUPERSEDED -> "log-superseded";
                });
    }
}
