package dev.tunewise.web;

import dev.tunewise.web.form.FormData;
import dev.tunewise.web.page.LiveCalculator;
import dev.tunewise.web.page.PageContext;
import dev.tunewise.web.page.PageModel;
import dev.tunewise.web.page.PageRenderer;
import dev.tunewise.web.visitor.RandomKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Moves the figures of a consultation and shows what that does to its answer; as a plain form, and live where scripts run. */
@Controller("/c/{id}/calculator")
record CalculatorPage(LiveCalculator calculator, PageRenderer pages, RandomKeys keys) {
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page(HttpRequest<?> request, String id) {
        FormData form = FormData.parse(
                Optional.ofNullable(request.getUri().getRawQuery()).orElse(""));
        Map<String, String> typed = new HashMap<>();
        form.names().forEach(name -> typed.put(name, form.first(name)));
        return calculator
                .calculate(id, typed)
                .map(found -> new PageModel.Calculator(
                        pages.frame(request, "Calculator"), found, new PageContext(id, keys.next(), false)))
                .map(page -> pages.show(HttpStatus.OK, "calculator", page, request))
                .orElseGet(() -> pages.missing(request));
    }
}
