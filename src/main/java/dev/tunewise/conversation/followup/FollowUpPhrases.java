package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.wording.HelpTopic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people say about what becomes of an answer, in plain words. A message counts only where all of it is about that: the same
 * words in a longer sentence may mean something else.
 */
public final class FollowUpPhrases {
    private static final String THIS = "(?: (?:this|it|that|this one|that one|this decision))";
    private static final Pattern OWN = Pattern.compile("(?:i|i ll|i will|i can|let me) own" + THIS
            + "|i(?: m| am) (?:the )?owner(?: of" + THIS
            + ")?|owner(?: is|:)? me|(?:i|i ll|i will) take ownership(?: of"
            + THIS + ")?");
    private static final Pattern NO_OWNER = Pattern.compile(
            "(?:no|remove|drop)(?: the)? owner|owner(?: is)? (?:nobody|none|no one)|nobody owns" + THIS);
    private static final Pattern OWNER = Pattern.compile(
            "(?:the )?owner(?: is|:)? *(@?\\S.{0,78})|assign(?:" + THIS + ")? to (@\\S.{0,78})"
                    + "|(@\\S.{0,78}?) (?:owns|will own|is the owner of)" + THIS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("@\\S+(?: \\S+){0,3}|\\p{Lu}\\S*(?: \\p{Lu}\\S*){0,2}");
    private static final Pattern REVIEW =
            Pattern.compile("(?:(?:please |let s |we )?(?:review|revisit)|(?:next )?review(?: is|:| date)?|look at"
                    + THIS + " again)" + THIS + "?(?: again)? (.{3,40})");
    private static final Pattern DATED =
            Pattern.compile("^(?:in|on|by|next)? ?(?:\\d|q[1-4]\\b|(?:january|february|march|april"
                    + "|may|june|july|august|september|october|november|december)\\b)");
    private static final Pattern NO_REVIEW = Pattern.compile("no review(?: needed)?|review (?:never|off|not needed)");
    private static final Pattern STILL_HOLDS =
            Pattern.compile("(?:(?:it|this|that|(?:the|our) (?:answer|decision)) )?still (?:holds|stands)(?: true)?"
                    + "|(?:it|this|that|(?:the|our) (?:answer|decision)) (?:is|s) still (?:valid|true|right)");
    private static final Pattern ACTED_ON = Pattern.compile("(?:mark" + THIS + "? as )?acted on" + THIS
            + "?|(?:this|it) (?:is|was|has been) acted on|we(?: have| ve)? (?:acted on|implemented|shipped)" + THIS);
    /** That it was acted on, with figures in the same breath; what is left of them when the figures are gone. */
    private static final Pattern ACTED_WITH_FIGURES = Pattern.compile(
            "(?:(?:this|it) (?:is|was|has been) acted on|we(?: have| ve)? (?:acted on|implemented|shipped|did)" + THIS
                    + ")[,:;.]? (?:and )?(.+)");

    private static final Pattern BESIDE_FIGURES = Pattern.compile("(?:(?:a|per|/) ?month|and|the|our|[,.;\\s])*");
    private static final Pattern SUPERSEDED = Pattern.compile(
            "(?:mark" + THIS + "? as |(?:this|it) (?:is|was) |this decision is )?superseded(?: by (\\S.{0,300}))?"
                    + "|(?:we |i )?(?:withdraw|revoke)" + THIS + "|(?:mark" + THIS
                    + " as |(?:this|it|this decision) (?:is|was|has been) )withdrawn"
                    + "|we(?: have|['’]ve)? (?:withdrawn|withdrew|dropped|abandoned|decided against)" + THIS
                    + "|we(?: have|['’]ve)? changed our minds?(?: (?:about|on)" + THIS + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORT = Pattern.compile("(?:the )?(?:outcome|results?)(?: is| was| were)?(:?) +(.+)");
    private static final String NUMBER = "\\$?(\\d[\\d,]{0,14}(?:\\.\\d{1,6})?)(k?) ?(?:%|percent|usd|dollars)?";
    private static final String MONTHLY = "(?: ?(?:a|per|/) ?month)?";
    private static final String FROM_TO =
            "(?: (?:was|went|is))?(?: from)?[: ]*" + NUMBER + MONTHLY + " ?(?:to|→|->|-->|,? now) ?" + NUMBER;
    private static final Pattern QUALITY = Pattern.compile("(?:quality|accuracy|right answers)" + FROM_TO);
    private static final Pattern COST = Pattern.compile("(?:costs?|bill|spend|price)" + FROM_TO);

    /**
     * What a message says.
     *
     * @return nothing where the message, or a part of it, is about anything else
     */
    public static List<FollowUpRequest> read(String text, LocalDate today) {
        Optional<FollowUpRequest> whole = one(text, today);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<FollowUpRequest> parts = new ArrayList<>();
        for (String part : text.split("[.;\\n]+|, (?=[A-Za-z@])|\\band\\b", -1)) {
            if (!part.isBlank()) {
                Optional<FollowUpRequest> read = one(part, today);
                if (read.isEmpty()) {
                    return List.of();
                }
                parts.add(read.get());
            }
        }
        return parts.stream().distinct().toList();
    }

    /** Whether a message says something about what becomes of an answer. */
    public static boolean about(String text) {
        return !read(text, LocalDate.EPOCH).isEmpty();
    }

    /** Whether a message without a consultation around it is for the last one: what becomes of its answer, or a word such as "undo". */
    public static boolean isForTheLast(String text) {
        return about(text)
                || HelpTopic.called(text).filter(HelpTopic::isOfOneConsultation).isPresent();
    }

    /**
     * A message that makes somebody the owner whom it mentions, as the command that does so.
     *
     * @param text with the name in the place of a mention
     */
    public static Optional<Action.Command> owner(String text, List<Author> mentioned) {
        String signed = text;
        for (Author person : mentioned) {
            signed = signed.replace("@" + person.name(), person.name()).replace(person.name(), "@" + person.name());
        }
        return read(signed, LocalDate.EPOCH).stream()
                .limit(1)
                .filter(FollowUpRequest.Owner.class::isInstance)
                .map(FollowUpRequest.Owner.class::cast)
                .flatMap(owner ->
                        mentioned.stream().filter(person -> person.name().equalsIgnoreCase(owner.name())))
                .map(person -> new Action.Command(
                        ConversationCommand.OWNER.id(), Map.of("person", person.id(), "name", person.name())))
                .findFirst();
    }

    private static Optional<FollowUpRequest> one(String part, LocalDate today) {
        String typed = part.strip().replaceAll("[.!]+$", "").replaceAll("\\s+", " ");
        String lower = typed.toLowerCase(Locale.ROOT).replaceAll("['’]", " ");
        String words = lower.replaceFirst("^(?:ok|okay|yes|and|then)[, ]+", "").strip();
        if (words.endsWith("?") || words.isEmpty()) {
            return Optional.empty();
        }
        if (OWN.matcher(words).matches()) {
            return Optional.of(new FollowUpRequest.Own());
        }
        if (NO_OWNER.matcher(words).matches()) {
            return Optional.of(new FollowUpRequest.NoOwner());
        }
        if (NO_REVIEW.matcher(words).matches()) {
            return Optional.of(new FollowUpRequest.NoReview());
        }
        if (STILL_HOLDS.matcher(words).matches()) {
            return Optional.of(new FollowUpRequest.StillHolds());
        }
        if (ACTED_ON.matcher(words).matches()) {
            return Optional.of(new FollowUpRequest.ActedOn());
        }
        Matcher acted = ACTED_WITH_FIGURES.matcher(words);
        if (acted.matches() && onlyFigures(acted.group(1))) {
            return Optional.of(report(acted.group(1)));
        }
        Matcher superseded = SUPERSEDED.matcher(typed);
        if (superseded.matches()) {
            return Optional.of(new FollowUpRequest.Superseded(
                    superseded.group(1) == null ? "" : superseded.group(1).strip()));
        }
        Matcher review = REVIEW.matcher(words);
        if (review.matches()) {
            return review(review.group(1), today);
        }
        Matcher report = REPORT.matcher(lower);
        if (report.matches()) {
            FollowUpRequest.Report figures = report(report.group(2));
            return figures.empty() && report.group(1).isEmpty() ? Optional.empty() : Optional.of(figures);
        }
        return owner(typed);
    }

    /** Words that follow `review` and are no day are about something else, unless they begin as a day does. */
    private static Optional<FollowUpRequest> review(String typed, LocalDate today) {
        Optional<FollowUpRequest> day = ReviewDays.read(typed, today).map(FollowUpRequest.Review::new);
        boolean meant = DATED.matcher(typed).find();
        return day.isPresent() || !meant ? day : Optional.of(new FollowUpRequest.WhichDay(typed));
    }

    private static Optional<FollowUpRequest> owner(String typed) {
        Matcher matcher = OWNER.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        // More than a name is a sentence that only begins like that: "owner Bob is away".
        return NAME.matcher(name).matches()
                ? Optional.of(new FollowUpRequest.Owner(name.replaceFirst("^@", "")))
                : Optional.empty();
    }

    private static boolean onlyFigures(String text) {
        String rest = COST.matcher(QUALITY.matcher(text).replaceFirst("")).replaceFirst("");
        return !rest.equals(text) && BESIDE_FIGURES.matcher(rest).matches();
    }

    private static FollowUpRequest.Report report(String figures) {
        Matcher quality = QUALITY.matcher(figures);
        Matcher cost = COST.matcher(figures);
        boolean better = quality.find();
        boolean dearer = cost.find();
        return new FollowUpRequest.Report(
                better ? number(quality, 1) : null,
                better ? number(quality, 3) : null,
                dearer ? number(cost, 1) : null,
                dearer ? number(cost, 3) : null);
    }

    private static @Nullable BigDecimal number(Matcher found, int group) {
        BigDecimal number = new BigDecimal(found.group(group).replace(",", ""));
        return found.group(group + 1).isEmpty() ? number : number.movePointRight(3);
    }
}
