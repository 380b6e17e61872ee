package dev.tunewise.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Range;
import dev.tunewise.session.log.LoggedRooms;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log of decisions as a file: JSON for programs, CSV for spreadsheets, Markdown for people. Moments are in UTC, amounts in US dollars a
 * month, quality in percent.
 *
 * @param links where each decision can be read
 * @param rooms what the room is called that it was held in; empty where nobody knows
 */
public record DecisionLogFile(Function<ConversationSummary, String> links, Function<Address, String> rooms) {
    /** Names are snake case, moments and days as ISO 8601 has them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new ToStringSerializerBase(Instant.class) {
                        @Override
                        public String valueToString(Object moment) {
                            return ((Instant) moment)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString();
                        }
                    })
                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private static final LogReplies WORDS = new LogReplies(Messages.english());

    /** Files with links that lead here from anywhere. `host`: where the reader reached this service, which counts where no address is set. */
    public static DecisionLogFile at(String publicUrl, @Nullable String host, WorkspaceDirectory directory) {
        String base = !publicUrl.isBlank() ? publicUrl.replaceAll("/+$", "") : host == null ? "" : "http://" + host;
        return new DecisionLogFile(decision -> base + "/c/" + decision.id(), new LoggedRooms(directory, WORDS)::name);
    }

    record Log(List<Entry> decisions, Map<String, Long> counts, boolean more) {}

    record Gain(String currency, BigDecimal low, BigDecimal likely, BigDecimal high) {}

    record Entry(
            String id,
            String flow,
            String channel,
            @Nullable String room,
            String roomKey,
            String question,
            String status,
            @Nullable String verdict,
            @Nullable String headline,
            Instant openedAt,
            Instant changedAt,
            @Nullable Instant decidedAt,
            List<String> participants,
            @Nullable String monthly,
            @Nullable Gain gain,
            @Nullable String owner,
            @Nullable LocalDate nextReview,
            @Nullable Instant actedOn,
            @Nullable Instant revisited,
            @Nullable String supersededBy,
            FollowUp.@Nullable Outcome outcome,
            FollowUp.@Nullable Moved moved,
            String url) {}

    public String json(List<ConversationSummary> decisions, Map<LoggedDecision.Status, Long> counts, boolean more) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (LoggedDecision.Status status : LoggedDecision.Status.values()) {
            numbers.put(status.id(), counts.getOrDefault(status, 0L));
        }
        try {
            return JSON.writeValueAsString(
                    new Log(decisions.stream().map(this::entry).toList(), numbers, more));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of our own making are no JSON", impossible);
        }
    }

    private Entry entry(ConversationSummary decision) {
        LoggedDecision logged = decision.logged();
        FollowUp followUp = logged.followUp();
        Range gain = logged.gain();
        FollowUp.Superseded superseded = followUp.superseded();
        return new Entry(
                decision.id(),
                decision.flow(),
                decision.address().channel(),
                orNull(rooms.apply(decision.address())),
                LoggedRooms.key(decision.address()),
                decision.title(),
                logged.status().id(),
                orNull(decision.verdict()),
                orNull(decision.headline()),
                decision.createdAt(),
                decision.updatedAt(),
                logged.decidedAt(),
                logged.people(),
                orNull(decision.saving()),
                gain == null ? null : new Gain("USD", gain.low(), gain.likely(), gain.high()),
                orNull(owner(decision)),
                followUp.review(),
                followUp.actedOn(),
                followUp.revisited(),
                superseded == null ? null : superseded.by(),
                followUp.outcome(),
                followUp.moved(),
                links.apply(decision));
    }

    /** Where it was held; outside of rooms with names the channel. */
    private String room(ConversationSummary decision) {
        String name = rooms.apply(decision.address());
        return name.isEmpty() ? decision.address().channel() : name;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String owner(ConversationSummary decision) {
        Author owner = decision.logged().followUp().owner();
        return owner == null ? "" : owner.name();
    }

    /** The log as CSV with a line of names on top, as RFC 4180 has it. */
    public String csv(List<ConversationSummary> decisions) {
        StringBuilder file = new StringBuilder(
                        String.join(
                                ",",
                                "question,room,status,answer,opened,decided,participants,monthly,gain_low,gain_likely,gain_high",
                                "owner,next_review,acted_on,quality_before,quality_after,cost_before,cost_after,superseded_by,link"))
                .append("\r\n");
        for (ConversationSummary decision : decisions) {
            file.append(cells(decision).stream().map(DecisionLogFile::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return file.toString();
    }

    private List<String> cells(ConversationSummary decision) {
        LoggedDecision logged = decision.logged();
        FollowUp followUp = logged.followUp();
        Range gain = logged.gain();
        FollowUp.Outcome outcome = followUp.outcome();
        FollowUp.Superseded superseded = followUp.superseded();
        return List.of(
                decision.title(),
                room(decision),
                WORDS.status(logged),
                decision.headline(),
                moment(decision.createdAt()),
                moment(logged.decidedAt()),
                String.join("; ", logged.people()),
                decision.saving(),
                gain == null ? "" : plain(gain.low()),
                gain == null ? "" : plain(gain.likely()),
                gain == null ? "" : plain(gain.high()),
                owner(decision),
                day(followUp.review()),
                moment(followUp.actedOn()),
                outcome == null ? "" : plain(outcome.qualityBefore()),
                outcome == null ? "" : plain(outcome.qualityAfter()),
                outcome == null ? "" : plain(outcome.costBefore()),
                outcome == null ? "" : plain(outcome.costAfter()),
                superseded == null ? "" : superseded.by(),
                links.apply(decision));
    }

    /** A cell; what a spreadsheet would take for a formula is kept from being one. Numbers of ours are none. */
    private static String cell(String text) {
        boolean formula = text.matches("(?s)[=+@\\t\\r].*|-(?![\\d.]+$).*");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** To the minute, with its zone. */
    private static String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The log as a table in Markdown. */
    public String markdown(List<ConversationSummary> decisions) {
        List<String> lines = new ArrayList<>(List.of(
                "# Log of decisions",
                "",
                "| Question | Where | Status | Answer | Decided | Per month | Owner | Next review | What came of it | With |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (ConversationSummary decision : decisions) {
            LoggedDecision logged = decision.logged();
            lines.add("| "
                    + String.join(
                            " | ",
                            List.of(
                                    "[" + MarkdownText.escape(decision.title()) + "]("
                                            + MarkdownText.target(links.apply(decision)) + ")",
                                    MarkdownText.escape(room(decision)),
                                    WORDS.status(logged),
                                    MarkdownText.escape(decision.headline()),
                                    moment(logged.decidedAt()),
                                    MarkdownText.escape(decision.saving()),
                                    MarkdownText.escape(owner(decision)),
                                    day(logged.followUp().review()),
                                    MarkdownText.escape(Stream.of(WORDS.outcome(logged), WORDS.moved(logged))
                                            .filter(text -> !text.isEmpty())
                                            .collect(Collectors.joining(" · "))),
                                    MarkdownText.escape(String.join(", ", logged.people()))))
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }
}
