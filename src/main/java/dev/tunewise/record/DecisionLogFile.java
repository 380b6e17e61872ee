package dev.tunewise.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.money.Range;
import dev.tunewise.session.log.LoggedRooms;
import dev.tunewise.session.settings.WorkspaceDirectory;
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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log of decisions as a file: JSON for programs, CSV for spreadsheets, Markdown for people. Moments are in UTC, amounts in US dollars a
 * month, quality in percent.
 *
 * @param links where each decision can be read
 * @param rooms what the room is called that it was held in, and whether its reviews can be asked there
 */
public record DecisionLogFile(Function<ConversationSummary, String> links, LoggedRooms rooms) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What JSON tells of a decision; moments and days as ISO 8601 has them. */
    private static final RecordTree TREE = new RecordTree(
                    AdviceDocument.TREE,
                    Map.of(
                            ConversationSummary.class,
                            "question=title status=logged.status verdict headline opened_at=createdAt"
                                    + " changed_at=updatedAt logged.decidedAt participants=logged.people monthly=saving"
                                    + " logged.gain owner=logged.followUp.owner.name owner_left=logged.followUp.left next_review=logged.followUp.review"
                                    + " logged.followUp.actedOn logged.followUp.revisited"
                                    + " superseded_by=logged.followUp.superseded.by logged.followUp.outcome"
                                    + " logged.followUp.moved",
                            FollowUp.Outcome.class,
                            "qualityBefore qualityAfter costBefore costAfter by at",
                            FollowUp.Moved.class,
                            "at cause before now"))
            .with(LoggedDecision.Status.class, LoggedDecision.Status::id)
            .with(Range.class, DecisionLogFile::gain)
            .with(
                    Instant.class,
                    moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
            .with(LocalDate.class, LocalDate::toString);

    private static final LogReplies WORDS = new LogReplies(Messages.english());

    /** The columns of the CSV with what stands in them; what is told of a room or leads to a decision is put in its place. */
    private static final String COLUMNS = "question=title room=id status=logged answer=headline opened=createdAt"
            + " decided=logged.decidedAt participants=logged.people monthly=saving gain_low=logged.gain.low"
            + " gain_likely=logged.gain.likely gain_high=logged.gain.high owner=logged.followUp.owner.name"
            + " owner_left=logged.followUp.left next_review=logged.followUp.review acted_on=logged.followUp.actedOn"
            + " quality_before=logged.followUp.outcome.qualityBefore quality_after=logged.followUp.outcome.qualityAfter"
            + " cost_before=logged.followUp.outcome.costBefore cost_after=logged.followUp.outcome.costAfter"
            + " superseded_by=logged.followUp.superseded.by review_waits=id link=id";

    private static final RecordTree CELLS = new RecordTree(AdviceDocument.TREE, Map.of())
            .with(LoggedDecision.class, logged -> WORDS.status(logged))
            .with(BigDecimal.class, BigDecimal::toPlainString)
            .with(Instant.class, DecisionLogFile::moment)
            .with(LocalDate.class, LocalDate::toString);

    /** Files with links that lead here from anywhere. `host`: where the reader reached this service, which counts where no address is set. */
    public static DecisionLogFile at(String publicUrl, @Nullable String host, WorkspaceDirectory directory) {
        String base = !publicUrl.isBlank() ? publicUrl.replaceAll("/+$", "") : host == null ? "" : "http://" + host;
        return new DecisionLogFile(decision -> base + "/c/" + decision.id(), new LoggedRooms(directory, WORDS));
    }

    public String json(List<ConversationSummary> decisions, Map<LoggedDecision.Status, Long> counts, boolean more) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (LoggedDecision.Status status : LoggedDecision.Status.values()) {
            numbers.put(status.id(), counts.getOrDefault(status, 0L));
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("decisions", decisions.stream().map(this::entry).toList());
        tree.put("counts", numbers);
        tree.put("more", more);
        return text(tree);
    }

    static String text(Map<String, @Nullable Object> tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Trees of our own making are no JSON", impossible);
        }
    }

    private Map<String, @Nullable Object> entry(ConversationSummary decision) {
        Map<String, @Nullable Object> tree = TREE.parts(decision, "id flow channel=address.channel");
        tree.put("room", rooms.name(decision.address()));
        tree.put("room_key", LoggedRooms.key(decision.address()));
        tree.put("review_waits", rooms.unasked(decision));
        tree.putAll(TREE.parts(decision));
        tree.put("url", links.apply(decision));
        for (String part : List.of("room", "verdict", "headline", "monthly", "owner")) {
            tree.replace(part, "", null);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> gain(Range gain) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("currency", "USD");
        tree.putAll(TREE.parts(gain, "low likely high"));
        return tree;
    }

    /** Where it was held; outside of rooms with names the channel. */
    private String room(ConversationSummary decision) {
        String name = rooms.name(decision.address());
        return name.isEmpty() ? decision.address().channel() : name;
    }

    /** The log as CSV with a line of names on top, as RFC 4180 has it. */
    public String csv(List<ConversationSummary> decisions) {
        StringBuilder file = new StringBuilder(COLUMNS.replaceAll("=\\S+", "").replace(' ', ',')).append("\r\n");
        for (ConversationSummary decision : decisions) {
            file.append(cells(decision).stream().map(DecisionLogFile::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return file.toString();
    }

    private List<String> cells(ConversationSummary decision) {
        Map<String, @Nullable Object> cells = CELLS.parts(decision, COLUMNS);
        cells.put("room", room(decision));
        cells.put("review_waits", rooms.unasked(decision));
        cells.put("link", links.apply(decision));
        cells.put("participants", String.join("; ", decision.logged().people()));
        return cells.values().stream().map(cell -> Objects.toString(cell, "")).toList();
    }

    /**
     * A cell; what a spreadsheet would take for a formula is kept from being one, also where it parts cells at semicolons or tabs and knows
     * no quotes within them. Numbers of ours are none.
     */
    private static String cell(String text) {
        boolean formula = text.matches("(?s)[=+@\\t\\r\\n＝＋－＠].*|-(?![\\d.]+$).*");
        String safe = (formula ? "'" + text : text).replaceAll("([;\\t\\r\\n])(?=[=+@＝＋－＠-])", "$1'");
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** To the minute, with its zone. */
    private static String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** The log as a table in Markdown. */
    public String markdown(List<ConversationSummary> decisions) {
        List<String> lines = new ArrayList<>(List.of(
                "# Log of decisions",
                "",
                "| Question | Where | Status | Answer | Decided | Per month | Owner | Next review | Outcome | People |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (ConversationSummary decision : decisions) {
            LoggedDecision logged = decision.logged();
            lines.add(RecordMarkdown.row(List.of(
                    "[" + MarkdownText.escape(decision.title()) + "](" + MarkdownText.target(links.apply(decision))
                            + ")",
                    MarkdownText.escape(room(decision)),
                    MarkdownText.escape(WORDS.status(logged, true)),
                    MarkdownText.escape(decision.headline()),
                    moment(logged.decidedAt()).replaceFirst("T.*", ""),
                    MarkdownText.escape(decision.saving()),
                    MarkdownText.escape(WORDS.owner(logged.followUp())),
                    Objects.toString(logged.followUp().review(), ""),
                    MarkdownText.escape(Stream.of(WORDS.outcome(logged), WORDS.moved(logged), rooms.unasked(decision))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" · "))),
                    MarkdownText.escape(String.join(", ", logged.people())))));
        }
        return String.join("\n", lines) + "\n";
    }
}
