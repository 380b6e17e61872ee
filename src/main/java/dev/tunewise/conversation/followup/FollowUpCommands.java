package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.OutcomeText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes what becomes of an answer, and says in the thread what was noted. */
public record FollowUpCommands(Messages wording, ReviewCommands reviews) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int YEARS = 10;
    private static final Pattern LATER =
            Pattern.compile("(?:remind (?:me|us) )?(?:later|again(?: later)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUIET = Pattern.compile(
            "(?:no more reminders?|stop remind(?:ing|ers?)(?: (?:me|us))?|(?:do not|don[’']t) remind (?:me|us)(?: again)?)",
            Pattern.CASE_INSENSITIVE);

    /** Takes a message that is about what becomes of the answer; says whether it was one. */
    public boolean said(TurnBuilder work, String text) {
        if (reminders(work, text.strip().replaceAll("[.!]+$", ""))) {
            return true;
        }
        List<FollowUpRequest> requests = FollowUpPhrases.read(text, today(work));
        note(work, requests);
        return !requests.isEmpty();
    }

    /** Takes what is said to a reminder; says whether it was that. To stop the consultation itself is a command of its own. */
    private boolean reminders(TurnBuilder work, String words) {
        boolean later = LATER.matcher(words).matches() && work.now().shown().reminded();
        boolean quiet = QUIET.matcher(words).matches();
        if (later && (work.now().stopped() || work.now().concluded().isPresent())) {
            work.tell(wording.text("reminder-none"));
        } else if (later || quiet) {
            work.change(new Change.Reminding(later));
            // Told to one alone, so that the question need not be put again below it.
            work.tell(wording.text(later ? "reminder-later" : "reminder-quiet"));
        }
        return later || quiet;
    }

    public void owner(TurnBuilder work, Action.Command command) {
        String name = command.arguments().getOrDefault("name", "");
        if (name.isBlank()) {
            note(work, List.of(new FollowUpRequest.Own()));
        } else {
            Author owner = new Author(command.arguments().getOrDefault("person", ""), name);
            work.change(new Change.FollowedUp(now(work).owned(owner)));
            say(work, List.of(wording.text("owner-set", name)));
        }
    }

    /** Takes the command that sets the day on which it is looked at again. */
    public void review(TurnBuilder work, Action.Command command) {
        String on = command.arguments().getOrDefault("on", "");
        FollowUpRequest request;
        try {
            request = on.isBlank() ? new FollowUpRequest.NoReview() : new FollowUpRequest.Review(LocalDate.parse(on));
        } catch (DateTimeParseException noDay) {
            request = new FollowUpRequest.WhichDay(on);
        }
        note(work, List.of(request));
    }

    public void actedOn(TurnBuilder work) {
        note(work, List.of(new FollowUpRequest.ActedOn()));
    }

    private void note(TurnBuilder work, List<FollowUpRequest> requests) {
        List<Text> noted = new ArrayList<>();
        for (FollowUpRequest request : requests) {
            noted.add(
                    switch (request) {
                        case FollowUpRequest.Own _ -> owned(work, work.author());
                        case FollowUpRequest.Owner(String name) -> owned(work, person(work, name));
                        case FollowUpRequest.NoOwner _ -> owned(work, null);
                        case FollowUpRequest.Review(LocalDate on) -> reviewed(work, on);
                        case FollowUpRequest.NoReview _ -> {
                            work.change(new Change.FollowedUp(now(work).reviewed(null)));
                            yield wording.text("review-none");
                        }
                        case FollowUpRequest.WhichDay(String typed) -> wording.text("review-which", typed);
                        case FollowUpRequest.StillHolds _ -> reviews.held(work);
                        case FollowUpRequest.ActedOn _ -> acted(work);
                        case FollowUpRequest.Superseded(String by) -> {
                            work.change(new Change.FollowedUp(now(work).superseded(by)));
                            yield by.isEmpty() ? wording.text("superseded") : wording.text("superseded-by", by);
                        }
                        case FollowUpRequest.Report report -> reported(work, report);
                    });
        }
        if (!noted.isEmpty()) {
            say(work, noted);
        }
    }

    private Text owned(TurnBuilder work, @Nullable Author owner) {
        work.change(new Change.FollowedUp(now(work).owned(owner)));
        return owner == null ? wording.text("owner-none") : wording.text("owner-set", owner.name());
    }

    private static Author person(TurnBuilder work, String name) {
        return work.now().people().stream()
                .filter(person -> person.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(new Author("", name));
    }

    private Text reviewed(TurnBuilder work, LocalDate on) {
        LocalDate today = today(work);
        if (!on.isAfter(today) || on.isAfter(today.plusYears(YEARS))) {
            return wording.text("review-out-of-range", wording.day(on), YEARS);
        }
        work.change(new Change.FollowedUp(now(work).reviewed(on)));
        return wording.text("review-set", wording.day(on));
    }

    private Text acted(TurnBuilder work) {
        if (work.now().concluded().isEmpty()) {
            return wording.text("acted-on-nothing");
        }
        work.change(new Change.FollowedUp(now(work).actedOn(work.at())));
        return wording.text("acted-on", work.author().name());
    }

    private Text reported(TurnBuilder work, FollowUpRequest.Report report) {
        if (work.now().concluded().isEmpty()) {
            return wording.text("acted-on-nothing");
        }
        boolean shares = share(report.qualityBefore()) && share(report.qualityAfter());
        if (report.empty() || !shares) {
            return wording.text("outcome-how");
        }
        FollowUp.Outcome outcome = new FollowUp.Outcome(
                report.qualityBefore(),
                report.qualityAfter(),
                report.costBefore(),
                report.costAfter(),
                work.author().name(),
                work.at());
        FollowUp after = now(work).reported(outcome);
        work.change(new Change.FollowedUp(after));
        return wording.text("outcome-noted", OutcomeText.outcome(wording, outcome));
    }

    private static boolean share(@Nullable BigDecimal percent) {
        return percent == null || percent.compareTo(HUNDRED) <= 0;
    }

    private static FollowUp now(TurnBuilder work) {
        return work.now().mind().followUp();
    }

    private static LocalDate today(TurnBuilder work) {
        return work.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void say(TurnBuilder work, List<Text> lines) {
        List<Block> blocks = lines.stream().<Block>map(Block.Paragraph::new).toList();
        work.say(blocks, String.join(" ", lines.stream().map(Text::characters).toList()));
    }
}
