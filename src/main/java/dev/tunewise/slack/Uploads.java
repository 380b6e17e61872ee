package dev.tunewise.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.session.Attachments;
import dev.tunewise.slack.kit.Cut;
import dev.tunewise.slack.kit.Limits;
import dev.tunewise.slack.kit.PostRenderer;
import dev.tunewise.slack.kit.Rendered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts pictures and files beside a message, in its thread; a picture that did not change is left as it is. */
final class Uploads {
    /** Draws and writes nothing; messages go without their pictures and files. */
    static final Attachments NONE = new Attachments() {
        @Override
        public Optional<byte[]> picture(String conversation, String chart) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> file(String conversation, String export) {
            return Optional.empty();
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final SlackApi api;
    private final Messages messages;
    private final Supplier<Attachments> attachments;

    Uploads(SlackApi api, Messages messages, Supplier<Attachments> attachments) {
        this.api = api;
        this.messages = messages;
        this.attachments = attachments;
    }

    /**
     * Where files go.
     *
     * @param bot as whom
     * @param channel id of the channel
     * @param thread root of the thread
     */
    record Target(Bot bot, String channel, String thread) {}

    private record Wanted(String name, String title, String alternative, byte[] content, boolean inWords) {
        String hash() {
            CRC32 crc = new CRC32();
            crc.update(content);
            return Long.toHexString(crc.getValue());
        }
    }

    /**
     * Uploads what a message shows.
     *
     * @param before the message with the files that are there
     * @return the message with the files that are there now
     * @throws Wait when Slack wants a pause; what was uploaded so far is in it
     */
    Reference upload(String conversation, Rendered message, Target target, Reference before) throws Wait {
        Reference now = before;
        List<String> missed = new ArrayList<>();
        for (Wanted wanted : wanted(conversation, message)) {
            Reference.Uploaded old = now.files().get(wanted.name());
            if (old != null && old.hash().equals(wanted.hash())) {
                continue;
            }
            Reply<String> reply = upload(wanted, target);
            switch (reply) {
                case Reply.Done<String>(String id) -> {
                    now = now.with(wanted.name(), new Reference.Uploaded(id, wanted.hash()));
                    if (old != null) {
                        api.call(target.bot().token(), methods -> methods.filesDelete(r -> r.file(old.id())));
                    }
                }
                case Reply.Limited<String>(var wait) -> throw new Wait(now, wait, "files are limited");
                case Reply.Unreachable<String>(String reason) -> throw new Wait(now, Duration.ofSeconds(5), reason);
                case Reply.Refused<String>(String error, var _) -> {
                    LOG.warn("Slack refused the file {}: {}", wanted.name(), error);
                    // A message says what its picture says, so it stands without; a file that was asked for is missed.
                    if (!wanted.inWords()) {
                        missed.add(wanted.name() + " (" + error + ")");
                    }
                }
            }
        }
        if (!missed.isEmpty()) {
            String words = SlackPhrases.notTaken(missed);
            List<Block> blocks = List.of(new Block.Note(Block.Note.Tone.WARNING, Text.plain(words)));
            messages.post(
                    target.bot(),
                    target.channel(),
                    target.thread(),
                    PostRenderer.render("", new Post("note", new Post.Thread(), blocks, words)));
        }
        return now;
    }

    private List<Wanted> wanted(String conversation, Rendered message) {
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

    private Reply<String> upload(Wanted wanted, Target target) {
        Reply<FilesGetUploadURLExternalResponse> place = api.call(
                target.bot().token(),
                methods -> methods.filesGetUploadURLExternal(r -> r.filename(wanted.name())
                        .length(wanted.content().length)
                        .altTxt(alternative(wanted).orElse(null))));
        return place.then(given -> {
            int status = api.post(given.getUploadUrl(), "application/octet-stream", wanted.content());
            return status == 200
                    ? share(wanted, target, given.getFileId())
                    : new Reply.Unreachable<>("the upload was answered with HTTP " + status);
        });
    }

    private Reply<String> share(Wanted wanted, Target target, String file) {
        String title = wanted.title().isBlank() ? wanted.name() : Cut.to(wanted.title(), 150);
        Reply<FilesCompleteUploadExternalResponse> shared = api.call(
                target.bot().token(),
                methods -> methods.filesCompleteUploadExternal(r -> r.files(List.of(
                                FileDetails.builder().id(file).title(title).build()))
                        .channelId(target.channel())
                        .threadTs(target.thread())));
        return shared.map(_ -> file);
    }

    private static Optional<String> alternative(Wanted wanted) {
        return Optional.of(wanted.alternative())
                .filter(text -> !text.isBlank())
                .map(text -> Cut.to(text, Limits.ALTERNATIVE_TEXT));
    }

    /** Slack wants a pause before the rest. */
    static final class Wait extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Reference soFar;
        private final Duration pause;

        Wait(Reference soFar, Duration pause, String reason) {
            super(reason);
            this.soFar = soFar;
            this.pause = pause;
        }

        Reference soFar() {
            return soFar;
        }

        Duration pause() {
            return pause;
        }
    }
}
