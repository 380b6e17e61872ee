package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Browser;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The calculator of a consultation with a costed verdict, as a plain form and live. */
final class CalculatorTest {
    private static final String ANSWERS = """
            problems=wrong-labels,too-expensive task=classification stage=production recurrence=recurring
            stable_for=six-months-plus prompt_work=instructions,few-shot,structured-output tuning_tried=no classes=18
            system_prompt_tokens=900 stronger_model=meets-target-too-costly retrieval=not-needed tools=not-needed
            eval_items=1500 quality_now=88 quality_target=91 examples=800 labels=verified balance=even
            calls_per_day=50000 input_tokens=1200 output_tokens=20 model=claude-sonnet-4-6 error_cost=0.8
            must_self_host=no open_model=falls-short explainability=no runs_gpus=no owner=yes rollback=yes
            failure_taxonomy=yes""";

    @TempDir
    private static Path folder;

    private static Service service;
    private static String talk;

    @BeforeAll
    static void start() {
        service = Service.start(folder);
        talk = service.postForm("/c", "text", "Should we fine-tune our ticket classifier?")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        List<String> form = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (String answer : ANSWERS.split("\\s+")) {
            String[] pair = answer.split("=");
            facts.add(pair[0]);
            form.add("v." + pair[0]);
            form.add(pair[1]);
        }
        form.add("fields");
        form.add(String.join(",", facts));
        assertEquals(
                303,
                service.postForm(talk + "/events", form.toArray(String[]::new)).statusCode());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void movesTheRecommendationWithoutAScript() {
        String before = service.get(talk + "/calculator").body();
        assertTrue(before.contains("value=\"50000\"") && before.contains("value=\"0.8\""), before);
        assertTrue(before.contains("<h2>Yes. Tune"), before);
        assertFalse(before.contains("Apply to the consultation"), "nothing was moved");

        HttpResponse<String> moved = service.get(talk + "/calculator?calls_per_day=500&error_cost=0.8");
        assertEquals(200, moved.statusCode());
        assertFalse(moved.body().contains("<h2>Yes. Tune"), moved.body());
        assertTrue(moved.body().contains("In the consultation it is: Yes. Tune"), moved.body());
        assertTrue(moved.body().contains("Apply to the consultation: 500 calls a day"), moved.body());
        assertEquals(before, service.get(talk + "/calculator").body(), "nothing was stored");
    }

    @Test
    void saysWhatAFieldTakesAndShowsWhatWasTypedOnlyAsText() {
        String page = service.get(talk + "/calculator?calls_per_day=%3Cb%3E&examples=0.5&error_cost=-1&x=y")
                .body();
        assertTrue(page.contains("Volume: This takes a number from 0 to"), page);
        assertTrue(page.contains("Training examples: This takes a whole number"), page);
        assertTrue(page.contains("<h2>Yes. Tune"), page);
        assertFalse(page.contains("<b>"), page);
        assertEquals(404, service.get("/c/none/calculator").statusCode());
    }

    @Test
    void movesLiveByKeyboardAlone() {
        try (Browser browser = Browser.open()) {
            browser.look(390, 800, false).go(service.at(talk + "/calculator"));
            browser.one(".slider");
            browser.driver().executeScript("document.querySelector('.slider').focus()");
            browser.press(Keys.HOME);
            browser.until(
                    "another answer stands",
                    _ -> !browser.one("#result h2").getText().startsWith("Yes. Tune"));
            browser.until(
                    "it is read out",
                    _ -> !String.valueOf(browser.driver()
                                    .executeScript("return document.querySelector('#announcer').textContent"))
                            .isBlank());
            assertEquals(List.of(), browser.faults());
            browser.press(Keys.END);
            browser.until(
                    "training pays again",
                    _ -> browser.one("#result h2").getText().startsWith("Yes. "));
            browser.screenshot("calculator-390", true);
        }
    }
}
