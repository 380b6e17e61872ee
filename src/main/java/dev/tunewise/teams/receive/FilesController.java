package dev.tunewise.teams.receive;

import dev.tunewise.session.outbox.Attachments;
import dev.tunewise.teams.deliver.SignedFileUrls;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;

/** Pictures and files that cards link to. */
@Controller(SignedFileUrls.PATH)
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
record FilesController(SignedFileUrls pages, BeanProvider<Attachments> attachments) {
    @Get("/{kind}/{conversation}/{what}/{signature}/{name}")
    HttpResponse<byte[]> get(String kind, String conversation, String what, String signature, String name) {
        if (!pages.isOurs(kind, conversation, what, signature)) {
            return HttpResponse.notFound();
        }
        boolean picture = kind.equals("picture");
        Optional<byte[]> content = attachments
                .find(null)
                .flatMap(made -> picture ? made.picture(conversation, what) : made.file(conversation, what));
        return content.<HttpResponse<byte[]>>map(bytes -> HttpResponse.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, picture ? "image/png" : type(what))
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                picture ? "inline" : "attachment; filename=\"consultation." + ending(what) + "\""))
                .orElseGet(HttpResponse::notFound);
    }

    private static String type(String export) {
        return export.equals("json") ? "application/json; charset=utf-8" : "text/markdown; charset=utf-8";
    }

    private static String ending(String export) {
        return export.equals("json") ? "json" : "md";
    }
}
