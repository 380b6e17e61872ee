package dev.tunewise.slack.receive;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.nio.charset.StandardCharsets;

/** The one address that Slack sends everything to: events, commands, clicks, windows. */
@Controller("/slack")
@Requires(property = "tunewise.slack.mode", value = "http")
record SlackController(SlackRequestReceiver doorway) {
    @Post("/events")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
    MutableHttpResponse<byte[]> take(HttpRequest<byte[]> request) {
        HttpHeaders headers = request.getHeaders();
        SlackRequestReceiver.Answer answer = doorway.answer(
                request.getBody(byte[].class).orElse(new byte[0]),
                headers.get("X-Slack-Request-Timestamp"),
                headers.get("X-Slack-Signature"));
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        if (answer.text().isEmpty()) {
            return response;
        }
        return response.contentType(answer.json() ? "application/json" : "text/plain; charset=utf-8")
                .body(answer.text().getBytes(StandardCharsets.UTF_8));
    }
}
