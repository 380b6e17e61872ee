package dev.tunewise.teams.receive;

import dev.tunewise.teams.registration.TeamsSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one address that Teams sends everything to. */
@Controller("/api/messages")
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
final class TeamsController {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private final TeamsRequestReceiver doorway;
    private final TeamsSettings settings;

    TeamsController(TeamsRequestReceiver doorway, TeamsSettings settings) {
        this.doorway = doorway;
        this.settings = settings;
    }

    /** JSON only: a page of another site cannot send that to us without asking, which it may not. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    MutableHttpResponse<byte[]> take(@Body byte @Nullable [] body, HttpHeaders headers) {
        if (settings.isDevelopment() && !namesThisMachine(headers.get(HttpHeaders.HOST))) {
            // Nothing is signed in development, and a name elsewhere may point to this machine.
            return HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST);
        }
        TeamsRequestReceiver.Answer answer =
                doorway.answer(body == null ? new byte[0] : body, headers.get(HttpHeaders.AUTHORIZATION));
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        return answer.body() == null
                ? response
                : response.contentType("application/json; charset=utf-8")
                        .body(answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean namesThisMachine(@Nullable String host) {
        return host != null && THIS_MACHINE.matcher(host.strip()).matches();
    }
}
