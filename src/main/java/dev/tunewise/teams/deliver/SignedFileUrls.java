package dev.tunewise.teams.deliver;

import dev.tunewise.access.Secrets;
import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.teams.client.BotConnector;
import dev.tunewise.teams.render.FileUrls;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Addresses of pictures and files. Teams fetches pictures without signing in, so an address holds a signature that nobody else can make.
 *
 * @param publicUrl https address of this service; empty when Teams cannot reach it
 * @param key what signatures are made with, asked for late, because it is kept in the database
 * @param attachments what draws; asked for late, because it needs the consultations
 */
public record SignedFileUrls(String publicUrl, Supplier<byte[]> key, Supplier<Optional<Attachments>> attachments)
        implements FileUrls {
    public static final String PATH = "/teams/files";

    private static final String SEPARATOR = "\n";

    public SignedFileUrls {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The address changes with the picture, since Teams keeps what it has fetched; there is none where nothing can be drawn. */
    @Override
    public Optional<String> picture(String conversation, String chart) {
        return address("picture", conversation, chart, chart + ".png")
                .flatMap(url -> attachments
                        .get()
                        .flatMap(made -> made.picture(conversation, chart))
                        .map(png -> url + "?v=" + Integer.toHexString(Arrays.hashCode(png))));
    }

    @Override
    public Optional<String> file(String conversation, String export, String name) {
        return address("file", conversation, export, name);
    }

    public Optional<byte[]> content(String conversation, String export) {
        return attachments.get().flatMap(made -> made.file(conversation, export));
    }

    private Optional<String> address(String kind, String conversation, String what, String name) {
        if (publicUrl.isEmpty() || conversation.isEmpty()) {
            return Optional.empty();
        }
        String path = String.join(
                "/",
                PATH,
                kind,
                BotConnector.encoded(conversation),
                BotConnector.encoded(what),
                signature(kind, conversation, what),
                BotConnector.encoded(name));
        return Optional.of(publicUrl + path);
    }

    public boolean isOurs(String kind, String conversation, String what, String signature) {
        return Secrets.same(signature(kind, conversation, what), signature);
    }

    private String signature(String kind, String conversation, String what) {
        byte[] signature = Secrets.signature(key.get(), String.join(SEPARATOR, kind, conversation, what));
        return HexFormat.of().formatHex(signature, 0, 16);
    }
}
