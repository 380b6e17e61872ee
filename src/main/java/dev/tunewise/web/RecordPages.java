package dev.tunewise.web;

import dev.tunewise.record.RecordExports;
import dev.tunewise.web.form.FormData;
import dev.tunewise.web.page.LiveCalculator;
import dev.tunewise.web.page.PageContext;
import dev.tunewise.web.page.PageModel;
import dev.tunewise.web.page.PageRenderer;
import dev.tunewise.web.visitor.RandomKeys;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;

/** The record of a consultation: a page to read and print, files to take away, pictures, and a calculator for its figures. */
@Controller("/c/{id}")
record RecordPages(RecordExports records, LiveCalculator calculator, PageRenderer pages, RandomKeys keys) {
    @Get("/record")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> record(HttpRequest<?> request, String id) {
        return records.shown(id)
                .map(shown -> new PageModel.Record(
                        pages.frame(request, shown.title()), shown.blocks(), new PageContext(id, "", false)))
                .map(page -> pages.show(HttpStatus.OK, "record", page, request))
                .orElseGet(() -> pages.missing(request));
    }

    @Get("/export.{kind}")
    @Produces({"text/markdown", MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.ALL})
    HttpResponse<?> export(HttpRequest<?> request, String id, String kind) {
        return records.file(id, kind)
                .<HttpResponse<?>>map(file -> HttpResponse.ok(file)
                        .contentType(MediaType.of(
                                kind.equals("md") ? "text/markdown; charset=utf-8" : MediaType.APPLICATION_JSON))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"decision-" + shortened(id) + "." + kind + "\""))
                .orElseGet(() -> pages.missing(request));
    }

    @Get("/chart.svg")
    @Produces({"image/svg+xml", MediaType.TEXT_HTML})
    HttpResponse<?> chart(
            HttpRequest<?> request,
            String id,
            @QueryValue(defaultValue = "break-even") String chart,
            @QueryValue(defaultValue = "960") int width,
            @QueryValue(defaultValue = "light") String theme) {
        return records.picture(id, chart, width, theme.equals("dark"))
                .<HttpResponse<?>>map(svg -> HttpResponse.ok(svg).contentType(MediaType.of("image/svg+xml")))
                .orElseGet(() -> pages.missing(request));
    }

    /** Moves the figures of a consultation and shows what that does to its answer; as a plain form, and live where scripts run. */
    @Get("/calculator")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> calculator(HttpRequest<?> request, String id) {
        String typed = Optional.ofNullable(request.getUri().getRawQuery()).orElse("");
        return calculator
                .calculate(id, FormData.parse(typed).firsts())
                .map(found -> new PageModel.Calculator(
                        pages.frame(request, "Calculator"), found, new PageContext(id, keys.next(), false)))
                .map(page -> pages.show(HttpStatus.OK, "calculator", page, request))
                .orElseGet(() -> pages.missing(request));
    }

    /** Ids are of our own making; a few characters tell files apart. */
    private static String shortened(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9]", "");
        return plain.substring(0, Math.min(8, plain.length()));
    }
}
