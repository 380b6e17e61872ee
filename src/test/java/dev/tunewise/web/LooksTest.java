package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Browser;
import dev.tunewise.testing.Service;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page on a phone in light and on a wide screen in dark colours, the answer in both: nothing overflows, nothing is inaccessible. Pictures go to target/screenshots. */
final class LooksTest {
    @TempDir
    private static Path folder;

    private static Service service;
    private static Browser browser;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        browser = Browser.open();
        service = Service.start(folder);
        String talk = open("Our ticket classifier picks wrong labels: 84 % on 400 items, we need 92 %. <b>Help</b>");
        PAGES.put("several", talk);
        String next = open("The assistant does not know our products.");
        send(next, "fact", "problems", "several", "yes", "value", "missing-knowledge");
        PAGES.put("one", next);
        String number = open("How many?");
        send(number, "action", "do/change?fact=examples");
        PAGES.put("number", number);
        String form = open("I prefer forms.");
        send(form, "action", "do/form");
        PAGES.put("form", form);
        String done = open("The assistant does not know our products and makes them up.");
        send(done, "fact", "problems", "several", "yes", "value", "missing-knowledge");
        send(done, "action", "answer?fact=task&value=question-answering");
        send(done, "action", "answer?fact=retrieval&value=not-tried");
        send(done, "action", "do/explain");
        PAGES.put("answer", done);
        PAGES.put("record", done + "/record");
        PAGES.put("missing", "/c/none");
        PAGES.put("start", "/");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (service != null) {
            service.close();
        }
    }

    static Stream<Arguments> looks() {
        Stream<Arguments> richest = Stream.of(Arguments.of("answer", 360, true), Arguments.of("answer", 1440, false));
        return Stream.concat(
                Stream.of("start", "several", "one", "number", "form", "answer", "record", "missing")
                        .flatMap(page -> Stream.of(Arguments.of(page, 360, false), Arguments.of(page, 1440, true))),
                richest);
    }

    @ParameterizedTest(name = "{0} at {1} px, dark: {2}")
    @MethodSource("looks")
    void isTidyAndAccessible(String page, int width, boolean dark) {
        browser.look(width, width < 500 ? 740 : 1000, dark).go(service.at(PAGES.get(page)));
        browser.driver().executeScript("document.querySelectorAll('details').forEach(part => part.open = true)");
        browser.screenshot(page + "-" + width + (dark ? "-dark" : "-light"), true);
        Object overflow = browser.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, overflow, "nothing is wider than the screen");
        assertEquals(List.of(), browser.faults());
        Object small = browser.driver().executeScript("""
                        return [...document.querySelectorAll('button, a[role=button], input:not([type=hidden]), textarea, select, summary')]
                          .filter(e => e.checkVisibility())
                          .map(e => [e.closest('label') ?? e, e]).map(([box, e]) => [box.getBoundingClientRect(), e])
                          .filter(([box]) => box.width < 24 || box.height < 24)
                          .map(([box, e]) => e.outerHTML.slice(0, 120) + ' ' + box.width + 'x' + box.height)""");
        assertEquals(List.of(), small, "everything to click is at least 24 px wide and high");
        assertTrue(browser.text().length() > 20);
    }

    private static String open(String text) {
        return service.postForm("/c", "text", text)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static void send(String talk, String... fields) {
        assertEquals(303, service.postForm(talk + "/events", fields).statusCode());
    }
}
