package dev.tunewise.session.log;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wants to see of the log.
 *
 * @param everywhere all rooms that may be shown where it is asked, and not that room alone
 * @param statuses where the decisions stand; none for any
 * @param due those that are to be looked at again soon
 * @param page which of the pages, from 1 on
 * @param text words to look for; may be empty
 */
public record LogQuestion(boolean everywhere, Set<Status> statuses, boolean mine, boolean due, int page, String text) {
    /** The words by which the log is asked for. */
    public static final String WORD = "log";

    private static final Pattern TIME =
            Pattern.compile("last|this|past|next|since|from|until|to|today|yesterday|(?:day|week|month|quarter|year)s?"
                    + "|q[1-4]|\\d[\\d.-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*");
    private static final Pattern PAGE = Pattern.compile(" page ([1-9]\\d{0,3})$");

    /**
     * Reads what follows a command: `log`, then `all`, `mine`, `due`, a status, or `about` and words to look for. One other word is looked for too,
     * as are words of time, since nobody wants a consultation opened by a filter that does not exist.
     *
     * @return empty where it is something else, for example a problem with logs
     */
    public static Optional<LogQuestion> read(String typed) {
        String text = typed.strip();
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
        if (!lower.matches("(?:decision )?logs?(?: .*)?")) {
            return Optional.empty();
        }
        Matcher named = PAGE.matcher(lower);
        int page = named.find() ? Integer.parseInt(named.group(1)) : 1;
        if (page > 1) {
            lower = lower.substring(0, named.start());
            text = text.substring(0, named.start());
        }
        int words = lower.indexOf(" about ");
        String rest = (words < 0 ? lower : lower.substring(0, words)).replaceFirst("^(?:decision )?logs?", "");
        boolean everywhere = false;
        boolean mine = false;
        boolean due = false;
        List<String> others = new ArrayList<>();
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String word : rest.replace("acted on", "acted-on").strip().split("[\\s,]+")) {
            Optional<Status> status = Status.of(word);
            status.ifPresent(statuses::add);
            everywhere |= word.equals("all");
            mine |= word.equals("mine");
            due |= word.matches("(?:over)?due");
            if (status.isEmpty() && !word.matches("|all|mine|(?:over)?due|and|or")) {
                others.add(word);
            }
        }
        boolean times =
                words < 0 && others.stream().allMatch(word -> TIME.matcher(word).matches());
        if (!times && others.size() > (words < 0 ? 1 : 0)) {
            return Optional.empty();
        }
        String about = words < 0
                ? String.join(" ", others)
                : text.substring(words + " about ".length()).strip();
        return Optional.of(new LogQuestion(everywhere, statuses, mine, due, page, about));
    }
}
