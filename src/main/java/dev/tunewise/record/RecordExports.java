package dev.tunewise.record;

import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.Picture;
import dev.tunewise.chart.Theme;
import dev.tunewise.chat.Block;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.ServedFlows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes records, files and pictures of consultations as they stand now; nothing of it is stored. */
public record RecordExports(Consultations consultations, ServedFlows flows, CatalogueCosting costing)
        implements Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(RecordExports.class);
    private static final int NARROWEST = 320;
    private static final int WIDEST = 1600;
    private static final int SHARPEST = 4;

    /** A record as a page. */
    public record Shown(String title, List<Block> blocks) {}

    public Optional<Shown> shown(String conversation) {
        return made(conversation).map(made -> {
            RecordBlocks blocks = new RecordBlocks(made.flow());
            return new Shown(blocks.title(made.made()), blocks.of(made.made()));
        });
    }

    @Override
    public Optional<byte[]> file(String conversation, String export) {
        return switch (export) {
            case "md" ->
                made(conversation)
                        .map(made -> new RecordMarkdown(made.flow()).write(made.made()))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8));
            case "json" ->
                made(conversation)
                        .map(made -> new RecordJson().write(made.made()))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
    }

    /**
     * A picture as SVG.
     *
     * @param chart its key: `break-even`, `payback` or `cumulative`
     * @param width width in pixels, brought within what can be drawn
     */
    public Optional<String> picture(String conversation, String chart, int width, boolean dark) {
        return drawn(() -> picture(conversation, chart, look(width, 1, dark)).map(Picture::svg));
    }

    /**
     * The same as PNG.
     *
     * @param density pixels of the picture for each of the width, brought within what can be drawn: 2 is sharp on a phone
     */
    public Optional<byte[]> png(String conversation, String chart, int width, int density, boolean dark) {
        return drawn(
                () -> picture(conversation, chart, look(width, density, dark)).map(Picture::png));
    }

    private static ChartStyle look(int width, int density, boolean dark) {
        return new ChartStyle(
                dark ? Theme.DARK : Theme.LIGHT,
                Math.clamp(width, NARROWEST, WIDEST),
                Math.clamp(density, 1, SHARPEST));
    }

    @Override
    public Optional<byte[]> picture(String conversation, String chart) {
        return drawn(() -> picture(conversation, chart, ChartStyle.CHAT).map(Picture::png));
    }

    /** Drawing takes fonts; on a machine without any there are no pictures, and the log says what to install. */
    private static <T> Optional<T> drawn(Supplier<Optional<T>> drawing) {
        try {
            return drawing.get();
        } catch (RuntimeException | LinkageError noFonts) {
            LOG.error(
                    "No picture could be drawn. Java needs fontconfig and a font for it; on Debian: apt-get install"
                            + " fontconfig fonts-dejavu-core",
                    noFonts);
            return Optional.empty();
        }
    }

    private Optional<Picture> picture(String conversation, String chart, ChartStyle look) {
        return consultations
                .see(conversation)
                .flatMap(seen -> costing.picture(
                        chart,
                        seen.state().answers(),
                        seen.state().parameters(),
                        seen.flow().excluded(seen.state().answers().raw()),
                        look));
    }

    private record Made(Flow flow, DecisionRecord made) {}

    private Optional<Made> made(String conversation) {
        return consultations
                .see(conversation)
                .flatMap(seen -> flows.find(seen.conversation().flow())
                        .map(served -> new Made(served.flow(), DecisionRecord.of(origin(seen), served.consultant()))));
    }

    private static RecordInput origin(Consultations.Seen seen) {
        List<Entry> entries = seen.conversation().entries();
        Instant opened = seen.conversation().createdAt();
        return new RecordInput(
                seen.state().title(),
                seen.flow().id(),
                seen.flow().version(),
                seen.flow().fingerprint(),
                opened,
                entries.isEmpty() ? opened : entries.getLast().at(),
                seen.state().answers(),
                settings(seen.state()));
    }

    private static Map<String, SourcedAnswer> settings(ConversationState state) {
        Map<String, SourcedAnswer> settings = new LinkedHashMap<>();
        state.tunings().forEach((parameter, tuning) -> settings.put(parameter, tuning.given()));
        return settings;
    }
}
