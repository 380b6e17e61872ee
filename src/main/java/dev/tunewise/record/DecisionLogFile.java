package dev.tunewise.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.money.Range;
import dev.tunewise.session.store.ConversationSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log of decisions as a file: JSON for programs, CSV for spreadsheets, Markdown for people. Days are in UTC, amounts in US dollars a
 * month, quality in percent.
 *
 * @param links where each decision can be read
 */
public record DecisionLogFile(Function<ConversationSummary, String> links) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS = List.of(
            "id",
            "question",
            "status",
            "verdict",
            "headline",
            "decided",
            "participants",
            "monthly",
            "gain_low",
            "gain_likely",
            "gain_high",
            "owner",
            "next_review",
            "acted_on",
            "quality_before",
            "quality_after",
            "cost_before",
            "cost_after",
            "url");

    /** The log as JSON. */
    public String json(List<ConversationSummary> decisions, Map<LoggedDecision.Status, Long> counts, boolean more) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("decisions");
        decisions.forEach(decision -> list.add(object(decision)));
        ObjectNode numbers = root.putObject("counts");
        for (LoggedDecision.Status status : LoggedDecision.Status.values()) {
            numbers.put(status.id(), counts.getOrDefault(status, 0L));
        }
        root.put("more", more);
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of our own making is no JSON", impossible);
        }
    }

    private ObjectNode object(ConversationSummary decision) {
        LoggedDecision logged = decision.logged();
        FollowUp followUp = logged.followUp();
        Author owner = followUp.owner();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", decision.id());
        node.put("flow", decision.flow());
        node.put("channel", decision.address().channel());
        node.put("question", decision.title());
        node.put("status", logged.status().id());
        node.put("verdict", orNull(decision.verdict()));
        node.put("headline", orNull(decision.headline()));
        node.put("opened_at", decision.createdAt().toString());
        node.put("changed_at", decision.updatedAt().toString());
        node.put("decided_at", written(logged.decidedAt()));
        logged.people().forEach(node.putArray("participants")::add);
        node.put("monthly", orNull(decision.saving()));
        Range gain = logged.gain();
        if (gain == null) {
            node.putNull("gain");
        } else {
            node.putObject("gain")
                    .put("currency", "USD")
                    .put("low", gain.low())
                    .put("likely", gain.likely())
                    .put("high", gain.high());
        }
        node.put("owner", owner == null ? null : owner.name());
        node.put("next_review", written(followUp.review()));
        node.put("acted_on", written(followUp.actedOn()));
        FollowUp.Superseded superseded = followUp.superseded();
        node.put("superseded_by", superseded == null ? null : superseded.by());
        FollowUp.Outcome outcome = followUp.outcome();
        if (outcome == null) {
            node.putNull("outcome");
        } else {
            node.putObject("outcome")
                    .put("quality_before", outcome.qualityBefore())
                    .put("quality_after", outcome.qualityAfter())
                    .put("cost_before", outcome.costBefore())
                    .put("cost_after", outcome.costAfter())
                    .put("by", outcome.by())
                    .put("at", outcome.at().toString());
        }
        FollowUp.Moved moved = followUp.moved();
        if (moved == null) {
            node.putNull("moved");
        } else {
            node.putObject("moved")
                    .put("at", moved.at().toString())
                    .put("cause", moved.cause())
                    .put("before", moved.before())
                    .put("now", moved.now());
        }
        node.put("url", links.apply(decision));
        return node;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String written(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }

    /** The log as CSV with a line of names on top, as RFC 4180 has it. */
    public String csv(List<ConversationSummary> decisions) {
        StringBuilder file = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
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
        Author owner = followUp.owner();
        return List.of(
                decision.id(),
                decision.title(),
                logged.status().id(),
                decision.verdict(),
                decision.headline(),
                day(logged.decidedAt()),
                String.join("; ", logged.people()),
                decision.saving(),
                gain == null ? "" : plain(gain.low()),
                gain == null ? "" : plain(gain.likely()),
                gain == null ? "" : plain(gain.high()),
                owner == null ? "" : owner.name(),
                day(followUp.review()),
                day(followUp.actedOn()),
                outcome == null ? "" : plain(outcome.qualityBefore()),
                outcome == null ? "" : plain(outcome.qualityAfter()),
                outcome == null ? "" : plain(outcome.costBefore()),
                outcome == null ? "" : plain(outcome.costAfter()),
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

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The log as a table in Markdown. */
    public String markdown(List<ConversationSummary> decisions) {
        List<String> lines = new ArrayList<>(List.of(
                "# Log of decisions",
                "",
                "| Question | Status | Verdict | Decided | Per month | Owner | Next review | With |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (ConversationSummary decision : decisions) {
            LoggedDecision logged = decision.logged();
            Author owner = logged.followUp().owner();
            lines.add("| "
                    + String.join(
                            " | ",
                            List.of(
                                    MarkdownText.escape(decision.title()),
                                    logged.status().id(),
                                    MarkdownText.escape(decision.headline()),
                                    day(logged.decidedAt()),
                                    MarkdownText.escape(decision.saving()),
                                    owner == null ? "" : MarkdownText.escape(owner.name()),
                                    day(logged.followUp().review()),
                                    MarkdownText.escape(String.join(", ", logged.people()))))
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }
}
