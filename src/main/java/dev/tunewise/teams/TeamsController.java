package dev.tunewise.teams;

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
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The one address that Teams sends everything to. */
@Hidden
@Controller("/api/messages")
@Requires(property = "tunewise.teams.mode")
@Requires(property = "tunewise.teams.mode", notEquals = "off")
final class TeamsController {
    private final TeamsDoorway doorway;

    TeamsController(TeamsDoorway doorway) {
        this.doorway = doorway;
    }

    @Post
    @Consumes({MediaType.APPLICATION_JSON, MediaType.ALL})
    MutableHttpResponse<byte[]> take(@Body byte @Nullable [] body, HttpHeaders headers) {
        TeamsDoorway.Answer answer =
                doorway.answer(body == null ? new byte[0] : body, headers.get(HttpHeaders.AUTHORIZATION));
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        return answer.body() == null
                ? response
                : response.contentType("application/json; charset=utf-8")
                        .body(answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }
}
