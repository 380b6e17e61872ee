package dev.tunewise.api;

import dev.tunewise.api.problem.ProblemDetail;
import dev.tunewise.api.problem.ProblemResponses;
import dev.tunewise.api.request.JsonKinds;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What can be taken away from a consultation. */
@Tag(name = "Conversations")
@Controller("/api/conversations/{id}")
final class ExportsApi {
    private final Exports exports;

    ExportsApi(Exports exports) {
        this.exports = exports;
    }

    /** The decision record as Markdown. */
    @Get("/export.md")
    @Produces({"text/markdown", "application/problem+json", MediaType.ALL})
    @Operation(operationId = "exportMarkdown", summary = "The decision record as Markdown")
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> markdown(String id) {
        return file(id, "md", MediaType.of("text/markdown; charset=utf-8"));
    }

    /** The decision record as JSON. */
    @Get("/export.json")
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    @Operation(operationId = "exportJson", summary = "The decision record as JSON, from which it can be made again")
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> json(String id) {
        return file(id, "json", MediaType.APPLICATION_JSON_TYPE);
    }

    /** A picture of the costs. */
    @Get("/chart.svg")
    @Produces({"image/svg+xml", "application/problem+json"})
    @Operation(operationId = "chart", summary = "A picture of the costs")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation, or its facts are not enough to draw anything",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> chart(
            String id,
            @Parameter(description = "break-even, payback or cumulative") @QueryValue(defaultValue = "break-even")
                    String chart,
            @Parameter(description = "in pixels, 320 to 1600") @QueryValue(defaultValue = "960") int width,
            @Parameter(description = "light or dark") @QueryValue(defaultValue = "light") String theme) {
        return exports.picture(id, chart, width, theme.equals("dark"))
                .<HttpResponse<?>>map(svg -> HttpResponse.ok(svg).contentType(MediaType.of("image/svg+xml")))
                .orElseGet(() -> nothingToDraw(id, chart));
    }

    /** The same as pixels, for readers that take no SVG. */
    @Get("/chart.png")
    @Produces({MediaType.IMAGE_PNG, "application/problem+json"})
    @Operation(operationId = "chartAsPng", summary = "A picture of the costs, as PNG")
    @ApiResponse(
            responseCode = "200",
            description = "The picture; what it shows stands in words in the `pictures` of the costs",
            content = @Content(mediaType = MediaType.IMAGE_PNG, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "404",
            description = "No such consultation, or its facts are not enough to draw anything",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    HttpResponse<?> png(
            String id,
            @Parameter(description = "break-even, payback or cumulative") @QueryValue(defaultValue = "break-even")
                    String chart,
            @Parameter(description = "width that letters are measured against, 320 to 1600: 400 for a phone")
                    @QueryValue(defaultValue = "960")
                    int width,
            @Parameter(description = "pixels for each of these, 1 to 4") @QueryValue(defaultValue = "2") int density,
            @Parameter(description = "light or dark") @QueryValue(defaultValue = "light") String theme) {
        return exports.png(id, chart, width, density, theme.equals("dark"))
                .<HttpResponse<?>>map(png -> HttpResponse.ok(png).contentType(MediaType.IMAGE_PNG_TYPE))
                .orElseGet(() -> nothingToDraw(id, chart));
    }

    private static HttpResponse<?> nothingToDraw(String id, String chart) {
        return ProblemResponses.missing(
                "nothing-to-draw",
                "Nothing to draw",
                "There is no picture `" + JsonKinds.name(chart) + "` of `" + JsonKinds.name(id)
                        + "`: no such conversation, or its facts are not enough to reckon costs.");
    }

    private HttpResponse<?> file(String id, String kind, MediaType type) {
        return exports.file(id, kind)
                .<HttpResponse<?>>map(file -> HttpResponse.ok(file).contentType(type))
                .orElseGet(() -> ConversationsApi.missing(id));
    }
}
