package dev.tunewise.teams.receive;

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
import org.jspecify.annotations.Nullable;

/** The one address that Teams sends everything to. */
@Controller("/api/messages")
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
record TeamsController(TeamsRequestReceiver doorway) {
    /** JSON only: a page of another site cannot send that to us without asking, which it may not. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    MutableHttpResponse<byte[]> take(@Body byte @Nullable [] body, HttpHeaders headers) {
        TeamsRequestReceiver.Answer answer =
                doorway.answer(body == null ? new byte[0] : body, headers.get(HttpHeaders.AUTHORIZATION));
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        return answer.body() == null
                ? response
                : response.contentType("application/json; charset=utf-8")
                        .body(answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }
}
