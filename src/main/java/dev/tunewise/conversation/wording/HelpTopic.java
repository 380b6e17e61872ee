package dev.tunewise.conversation.wording;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What help can be asked about. */
public enum HelpTopic {
    OPEN("help-on-open", "problems?|consultations?|open(?:ing)?|start(?:ing)?"),
    STATUS("help-on-status", "status"),
    LIST("help-on-list", "lists?"),
    LOG("help-on-log", "(?:decision )?log|decisions?|search|filters?"),
    WHAT_IF("help-on-what-if", "what ?ifs?"),
    STOP("help-on-stop", "stop|resume|pause|continue"),
    EXPORT("help-on-export", "exports?|records?|files?"),
    SUMMARY("help-on-summary", "summar(?:y|ies)|summary channels?"),
    DIGEST("help-on-digest", "digests?"),
    REMINDER("help-on-reminder", "remind(?:er)?s?|later"),
    BROADCAST("help-on-broadcast", "broadcasts?"),
    WATCH("help-on-watch", "watch(?:es)?"),
    SETTINGS("help-on-settings", "settings?"),
    WORKSPACE("help-on-workspace", "(?:workspace|admins?|shared costs|retention)(?: .{1,40})?"),
    FORGET("help-on-forget", "forget(?:ting)?(?: (?:this|me|everything))?|privacy"),
    OWNER("help-on-owner", "owners?|own"),
    REVIEW("help-on-review", "reviews?|revisit(?:ed)?"),
    OUTCOME("help-on-outcome", "outcomes?|results?|calibration|acted on|superseded"),
    WORDS("help-on-words", "words|why|dont know|skip|back|undo|change|repeat|form|explain|restart"),
    QUESTIONS("help-questions", "questions?|count tokens|tokens?|prices?");

    private static final Set<HelpTopic> OF_ONE =
            EnumSet.of(STATUS, WHAT_IF, STOP, EXPORT, SUMMARY, REMINDER, OWNER, REVIEW, OUTCOME, WORDS);

    private static final Pattern ASKED = Pattern.compile("help\\b[ :]*(?:(?:with|on|about|for|me with) )?"
            + "(?:the |a )?(.+?)(?: (?:command|setting|topic)s?)?|(.+?) help");

    private final String key;
    private final Pattern called;

    HelpTopic(String key, String called) {
        this.key = key;
        this.called = Pattern.compile(called);
    }

    /** The sentence that says it. */
    String key() {
        return key;
    }

    /** Whether a word of it orders something of one consultation, rather than of a room or nothing at all. */
    public boolean isOfOneConsultation() {
        return OF_ONE.contains(this);
    }

    /**
     * Reads "help summary", "help with the digest", "digest help"; a problem in which somebody asks for help is none.
     */
    public static Optional<HelpTopic> asked(String typed) {
        Matcher asked = ASKED.matcher(plain(typed));
        return asked.matches() ? of(asked.group(1) == null ? asked.group(2) : asked.group(1)) : Optional.empty();
    }

    /** Reads a word that only means something elsewhere, such as "summary" outside of a thread. */
    public static Optional<HelpTopic> called(String typed) {
        return of(plain(typed)).filter(topic -> topic != OPEN);
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\u201c\u201d\"'\u2019`*/.!?…#]+", "")
                .replaceAll("[\\s_-]+", " ")
                .strip();
    }

    private static Optional<HelpTopic> of(String words) {
        return Arrays.stream(values())
                .filter(topic -> topic.called.matcher(words).matches())
                .findFirst();
    }
}
