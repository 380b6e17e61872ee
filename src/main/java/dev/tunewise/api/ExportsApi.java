package dev.tunewise.api;

import dev.tunewise.api.problem.RefusedRequest;
import dev.tunewise.api.request.JsonKinds;
import dev.tunewise.record.RecordExports;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;

/** What can be taken away from a consultation. */
@Controller("/api/conversations/{id}")
record ExportsApi(RecordExports exports) {
    @Get("/export.md")
    @Produces({"text/markdown", "application/problem+json", MediaType.ALL})
    HttpResponse<?> markdown(String id) {
        return file(id, "md", MediaType.of("text/markdown; charset=utf-8"));
    }

    @Get("/export.json")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    HttpResponse<?> json(String id) {
        return file(id, "json", MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/chart.svg")
    @Produces({"image/svg+xml", "application/problem+json"})
    HttpResponse<?> chart(
            String id,
            @QueryValue(defaultValue = "break-even") String chart,
            @QueryValue(defaultValue = "960") int width,
            @QueryValue(defaultValue = "light") String theme) {
        return exports.picture(id, chart, width, theme.equals("dark"))
                .map(svg -> HttpResponse.ok(svg).contentType(MediaType.of("image/svg+xml")))
                .orElseThrow(() -> nothingToDraw(id, chart));
    }

    /** The same as pixels, for readers that take no SVG. */
    @Get("/chart.png")
    @Produces({MediaType.IMAGE_PNG, "application/problem+json"})
    HttpResponse<?> png(
            String id,
            @QueryValue(defaultValue = "break-even") String chart,
            @QueryValue(defaultValue = "960") int width,
            @QueryValue(defaultValue = "2") int density,
            @QueryValue(defaultValue = "light") String theme) {
        return exports.png(id, chart, width, density, theme.equals("dark"))
                .map(png -> HttpResponse.ok(png).contentType(MediaType.IMAGE_PNG_TYPE))
                .orElseThrow(() -> nothingToDraw(id, chart));
    }

    private static RefusedRequest nothingToDraw(String id, String chart) {
        return RefusedRequest.missing(
                "nothing-to-draw",
                "Nothing to draw",
                "There is no picture `" + JsonKinds.name(chart) + "` of `" + JsonKinds.name(id)
                        + "`: no such conversation, or its facts are not enough to compute costs.");
    }

    private HttpResponse<?> file(String id, String kind, MediaType type) {
        return exports.file(id, kind)
                .map(file -> HttpResponse.ok(file).contentType(type))
                .orElseThrow(() -> ConversationsApi.missing(id));
    }
}
