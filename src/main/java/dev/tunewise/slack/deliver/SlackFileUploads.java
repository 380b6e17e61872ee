package dev.tunewise.slack.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.client.SlackApi;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.SlackPhrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts pictures and files beside a message, in its thread and all at once; a picture that did not change is left as it is. */
public record SlackFileUploads(SlackApi api, SlackMessageSender messages, Supplier<Attachments> attachments) {
    /** Draws and writes nothing; messages go without their pictures and files. */
    public static final Attachments NONE = new Attachments() {
        @Override
        public Optional<byte[]> picture(String conversation, String chart) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> file(String conversation, String export) {
            return Optional.empty();
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(SlackFileUploads.class);

    record Target(SlackBot bot, String channel, String thread) {}

    private record Wanted(String name, String title, String alternative, byte[] content, boolean inWords) {
        String hash() {
            CRC32 crc = new CRC32();
            crc.update(content);
            return Long.toHexString(crc.getValue());
        }
    }

    /** Something that Slack has, but does not show yet. */
    private record Uploaded(Wanted wanted, String id) {}

    /**
     * Uploads what a message shows, all of it in one message of its own.
     *
     * @param before the message with the files that are there
     * @return the message with the files that are there now
     * @throws Wait when Slack wants a pause; nothing new is shown then
     */
    SlackSentMessage upload(String conversation, RenderedMessage message, Target target, SlackSentMessage before)
            throws Wait {
        List<Uploaded> uploaded = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Wanted wanted : wanted(conversation, message)) {
            SlackSentMessage.Uploaded old = before.files().get(wanted.name());
            if (old == null || !old.hash().equals(wanted.hash())) {
                taken(send(wanted, target), List.of(wanted), missed)
                        .ifPresent(id -> uploaded.add(new Uploaded(wanted, id)));
            }
        }
        SlackSentMessage now = before;
        List<Wanted> sent = uploaded.stream().map(Uploaded::wanted).toList();
        if (!uploaded.isEmpty() && taken(share(uploaded, target), sent, missed).isPresent()) {
            for (Uploaded file : uploaded) {
                SlackSentMessage.Uploaded old = before.files().get(file.wanted().name());
                if (old != null) {
                    api.call(target.bot().token(), "files.delete", Map.of("file", old.id()));
                }
                SlackSentMessage.Uploaded fresh =
                        new SlackSentMessage.Uploaded(file.id(), file.wanted().hash());
                now = now.with(file.wanted().name(), fresh);
            }
        }
        if (!missed.isEmpty()) {
            say(missed, target);
        }
        return now;
    }

    private static <T> Optional<T> taken(SlackResult<T> reply, List<Wanted> files, List<String> missed) throws Wait {
        return switch (reply) {
            case SlackResult.Done<T>(T value) -> Optional.of(value);
            case SlackResult.Limited<T>(var wait) -> throw new Wait(wait, "files are limited");
            case SlackResult.Unreachable<T>(String reason) -> throw new Wait(Duration.ofSeconds(5), reason);
            case SlackResult.Refused<T>(String error, var _) -> {
                for (Wanted file : files) {
                    LOG.warn("Slack refused the file {}: {}", file.name(), error);
                    // A message says what its picture says, so it stands without; a file that was asked for is missed.
                    if (!file.inWords()) {
                        missed.add(file.name() + " (" + error + ")");
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private void say(List<String> missed, Target target) {
        String words = SlackPhrases.notTaken(missed);
        List<Block> blocks = List.of(new Block.Note(Block.Tone.WARNING, Text.plain(words)));
        messages.post(
                target.bot(),
                target.channel(),
                target.thread(),
                PostRenderer.render("", new Post("note", new Post.Thread(), blocks, words)));
    }

    private List<Wanted> wanted(String conversation, RenderedMessage message) {
        List<Wanted> wanted = new ArrayList<>();
        for (Block.Picture picture : message.pictures()) {
            attachments
                    .get()
                    .picture(conversation, picture.chart())
                    .ifPresent(png -> wanted.add(
                            new Wanted(picture.chart() + ".png", picture.title(), picture.alternative(), png, true)));
        }
        for (Block.File file : message.files()) {
            attachments
                    .get()
                    .file(conversation, file.export())
                    .ifPresent(content -> wanted.add(new Wanted(file.name(), file.name(), "", content, false)));
        }
        return wanted;
    }

    private SlackResult<String> send(Wanted wanted, Target target) {
        Map<String, String> fields = new HashMap<>();
        fields.put("filename", wanted.name());
        fields.put("length", String.valueOf(wanted.content().length));
        if (!wanted.alternative().isBlank()) {
            fields.put("alt_txt", Truncate.to(wanted.alternative(), SlackLimits.ALTERNATIVE_TEXT));
        }
        return api.call(target.bot().token(), "files.getUploadURLExternal", fields)
                .then(given -> {
                    String address = given.path("upload_url").asText("");
                    if (address.isEmpty()) {
                        return new SlackResult.Unreachable<>("Slack named no address for the upload");
                    }
                    int status = api.post(address, "application/octet-stream", wanted.content());
                    return status == 200
                            ? new SlackResult.Done<>(given.path("file_id").asText(""))
                            : new SlackResult.Unreachable<>("the upload was answered with HTTP " + status);
                });
    }

    private SlackResult<JsonNode> share(List<Uploaded> files, Target target) {
        List<ObjectNode> details = files.stream()
                .map(file -> BlockKit.object().put("id", file.id()).put("title", title(file.wanted())))
                .toList();
        return api.call(
                target.bot().token(),
                "files.completeUploadExternal",
                Map.of(
                        "files", BlockKit.array(details).toString(),
                        "channel_id", target.channel(),
                        "thread_ts", target.thread()));
    }

    private static String title(Wanted wanted) {
        return wanted.title().isBlank() ? wanted.name() : Truncate.to(wanted.title(), 150);
    }

    /** Slack wants a pause first. */
    static final class Wait extends Exception {
        private final Duration pause;

        Wait(Duration pause, String reason) {
            super(reason);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}
