package dev.tunewise.web;

import dev.tunewise.access.Identity;
import dev.tunewise.access.Visibility;
import dev.tunewise.channel.FormText;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.record.CalibrationReport;
import dev.tunewise.record.DecisionLogFile;
import dev.tunewise.session.log.LogParameters;
import dev.tunewise.session.log.LoggedRooms;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.web.page.PageModel;
import dev.tunewise.web.page.PageRenderer;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log of decisions as a page with search, and as files, as far as whoever reads may see it. */
@Controller
final class DecisionPages {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int MOST_IN_FILE = 10_000;

    private final DecisionLog log;
    private final Visibility visibility;
    private final PageRenderer pages;
    private final LogReplies words;
    private final String publicUrl;

    DecisionPages(
            DecisionLog log,
            Visibility visibility,
            PageRenderer pages,
            LogReplies words,
            @Property(name = "tunewise.public-url", defaultValue = "") String publicUrl) {
        this.log = log;
        this.visibility = visibility;
        this.pages = pages;
        this.words = words;
        this.publicUrl = publicUrl;
    }

    @Get("/log")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page(HttpRequest<?> request) {
        Map<String, String> given = given(request);
        LogParameters asked = read(request, given, USUAL, MOST);
        DecisionLog.Filter filter = asked.filter();
        DecisionLog.Page found = log.page(filter);
        LoggedRooms rooms = new LoggedRooms(visibility.directory(), words);
        PageModel.Log page = new PageModel.Log(
                pages.frame(request, "Log of decisions"),
                found.decisions().stream().map(decision -> row(decision, rooms)).toList(),
                choices(filter, found),
                calibration(filter),
                Map.copyOf(given),
                asked.faults().entrySet().stream()
                        .map(fault -> "The filter “" + fault.getKey() + "” " + fault.getValue() + ".")
                        .collect(Collectors.joining(" ")),
                query(given, Map.of("skip", "")),
                filter.skip() == 0
                        ? ""
                        : query(given, Map.of("skip", "" + Math.max(0, filter.skip() - filter.limit()))),
                found.more() ? query(given, Map.of("skip", "" + (filter.skip() + filter.limit()))) : "");
        return pages.show(
                asked.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "log", page, request);
    }

    /** The same as a file to take away. */
    @Get("/log.{kind}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "text/markdown", MediaType.TEXT_HTML, MediaType.ALL})
    HttpResponse<?> file(HttpRequest<?> request, String kind) {
        LogParameters asked = read(request, given(request), MOST_IN_FILE, MOST_IN_FILE);
        DecisionLog.Filter filter = asked.filter();
        DecisionLogFile files =
                DecisionLogFile.at(publicUrl, request.getHeaders().get(HttpHeaders.HOST), visibility.directory());
        return switch (kind) {
            case "csv" -> file(asked, kind, "text/csv; charset=utf-8", files::csv);
            case "md" -> file(asked, kind, "text/markdown; charset=utf-8", files::markdown);
            case "json" ->
                file(
                        asked,
                        kind,
                        MediaType.APPLICATION_JSON,
                        found -> files.json(found, log.counts(filter).found(), false));
            default -> pages.missing(request);
        };
    }

    private HttpResponse<?> file(
            LogParameters asked, String kind, String type, Function<List<ConversationSummary>, String> write) {
        return HttpResponse.ok(write.apply(log.list(asked.filter())))
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions." + kind + "\"");
    }

    private LogParameters read(HttpRequest<?> request, Map<String, String> given, int usual, int most) {
        Identity identity = request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .orElseThrow(() -> new IllegalStateException("A request came in without an identity"));
        return LogParameters.read(given, visibility.places(identity, log), log, usual, most);
    }

    private static Map<String, String> given(HttpRequest<?> request) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : Set.of("q", "room", "status", "due_by", "from", "until", "limit", "skip")) {
            String value = String.join(",", request.getParameters().getAll(name));
            if (!value.isBlank()) {
                given.put(name, value);
            }
        }
        return given;
    }

    /** The same filter with something else in it, as the end of an address. */
    private static String query(Map<String, String> given, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(given);
        all.putAll(other);
        all.values().removeIf(String::isEmpty);
        return "?" + FormText.write(all);
    }

    /** How well estimates held; of very many decisions, those that changed last. */
    private String calibration(DecisionLog.Filter filter) {
        List<ConversationSummary> acted =
                log.list(filter.standing(CalibrationReport.LOOKED_AT).page(0, MOST));
        String sentence = CalibrationReport.of(acted).sentence();
        return sentence.isEmpty() || acted.size() < MOST
                ? sentence
                : sentence + " This looks at the " + MOST + " that were acted on and changed last.";
    }

    /** The statuses with how many there are, those of the filter chosen. */
    private List<PageModel.LogChoice> choices(DecisionLog.Filter filter, DecisionLog.Page found) {
        Map<LoggedDecision.Status, Long> counts =
                (filter.statuses().isEmpty() ? found.counts() : log.counts(filter.standing(Set.of()))).found();
        return Stream.of(LoggedDecision.Status.values())
                .map(status -> new PageModel.LogChoice(
                        status.id(),
                        words.status(status) + " (" + counts.getOrDefault(status, 0L) + ")",
                        filter.statuses().contains(status)))
                .toList();
    }

    private PageModel.LogRow row(ConversationSummary decision, LoggedRooms rooms) {
        LoggedDecision logged = decision.logged();
        LocalDate review = logged.followUp().review();
        return new PageModel.LogRow(
                "/c/" + decision.id(),
                decision.title().isBlank() ? "Without a title" : decision.title(),
                rooms.name(decision.address()),
                LoggedRooms.key(decision.address()),
                words.status(logged, true),
                decision.headline(),
                day(logged.decidedAt()),
                decision.saving(),
                words.owner(logged.followUp()),
                review == null ? "" : words.wording().day(review),
                String.join(", ", logged.people()),
                Stream.of(words.outcome(logged), words.moved(logged), rooms.unasked(decision))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : words.wording().day(moment.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
