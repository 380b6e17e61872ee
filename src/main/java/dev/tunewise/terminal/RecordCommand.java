package dev.tunewise.terminal;

import dev.tunewise.advice.Consultant;
import dev.tunewise.flow.Flow;
import dev.tunewise.record.PreviousResult;
import dev.tunewise.record.RecordImport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code record import}: reads a decision record in again and says whether the same result comes out.
 *
 * @param consultants computes along a flow as of a day, today where none is given
 */
@Command(
        name = "record",
        description = "Reads decision records in again.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(import)")
public record RecordCommand(
        FlowCommandContext desk, PrintStream out, BiFunction<Flow, Optional<LocalDate>, Consultant> consultants)
        implements Runnable {
    private static final int LONGEST = 4_000_000;

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    @Command(
            name = "import",
            description = "Reads the JSON export of a consultation and says whether the same result comes out.",
            mixinStandardHelpOptions = true)
    int importRecord(
            @Parameters(paramLabel = "FILE", description = "The record as it was exported.") Path file,
            @Option(
                            names = {"-f", "--flow"},
                            paramLabel = "FOLDER",
                            defaultValue = "conversation-flows",
                            description = "A flow folder, or a folder of them.")
                    Path folder) {
        String text;
        try {
            if (Files.size(file) > LONGEST) {
                throw new Refusal("`" + file + "` has " + Files.size(file) + " bytes, more than a record has.");
            }
            text = Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new Refusal("`" + file + "` is not UTF-8 text, so it is no decision record.");
        } catch (IOException e) {
            throw new Refusal("`" + file + "` cannot be read: there is no such file, or it may not be read.");
        }
        Map<String, Flow> flows = new HashMap<>();
        int loaded = desk.each(folder, found -> flows.put(found.flow().id(), found.flow()) == null);
        if (loaded == FlowCommandContext.RIGHT) {
            compare(file, text, flows);
        }
        return loaded;
    }

    private void compare(Path file, String text, Map<String, Flow> flows) {
        switch (imports(flows, Optional.empty()).read(text)) {
            case RecordImport.Outcome.Refused(List<String> problems) ->
                throw new Refusal(problems.stream()
                        .map(problem -> file + ": " + problem)
                        .collect(Collectors.joining(System.lineSeparator())));
            case RecordImport.Outcome.Ready today ->
                print(today, imports(flows, day(today)).read(text), day(today));
        }
    }

    private void print(RecordImport.Outcome.Ready today, RecordImport.Outcome asOf, Optional<LocalDate> day) {
        String title = today.made().origin().title().strip().replaceAll("\\s+", " ");
        out.println(title.isEmpty() ? "A consultation without a title" : title);
        out.println("Answers: " + today.input().facts().size() + ", cost parameters set: "
                + today.input().parameters().size());
        out.println();
        out.println("As recorded, with the record's prices: " + headline(today.then()));
        if (asOf instanceof RecordImport.Outcome.Ready ready && day.isPresent()) {
            out.println("Computed again as of " + day.get() + ": " + headline(ready.now()) + " " + same(ready));
        }
        out.println("With today's prices: " + headline(today.now()) + " " + same(today));
        today.input().remarks().forEach(remark -> out.println("- " + remark));
    }

    private static String headline(PreviousResult then) {
        return then.headline().isEmpty() ? "open, no verdict yet." : then.headline();
    }

    private static String same(RecordImport.Outcome.Ready ready) {
        return ready.same() ? "(the same result)" : "(another result than in the record)";
    }

    private static Optional<LocalDate> day(RecordImport.Outcome.Ready ready) {
        Instant changed = ready.made().origin().changedAt();
        return Optional.ofNullable(changed)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private RecordImport imports(Map<String, Flow> flows, Optional<LocalDate> day) {
        return new RecordImport(id -> Optional.ofNullable(flows.get(id)).map(flow -> consultants.apply(flow, day)));
    }
}
