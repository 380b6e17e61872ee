package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Browser;
import dev.tunewise.testing.Service;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Whole consultations in a real browser. */
final class BrowserChatTest {
    /** A problem in words that nothing is read from, so that every question is asked. */
    private static final String SOMETHING = "Something is off with our assistant.";

    private static final String VERDICT = "No, retrieval first";

    @TempDir
    private static Path folder;

    private static Service service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        service = Service.start(folder);
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

    @BeforeEach
    void sitDown() {
        browser.driver().manage().deleteAllCookies();
        browser.look(1200, 900, false).go(service.at("/"));
    }

    @Test
    void holdsAConsultationByMouse() {
        open(SOMETHING);
        browser.click(".checks label", "It does not know our facts");
        browser.click(".checks label", "Tone or style drifts");
        browser.click(".open button", "Continue");
        browser.click(".option", "Not tried yet");
        assertTrue(browser.one(".answer h2").getText().contains(VERDICT));
        browser.until(
                "the status card shows it",
                _ -> browser.one("#status").getText().contains(VERDICT));
        assertEquals(0, browser.all(".open").size(), "no question is left open");
        assertEquals(2, browser.all(".settled").size(), "each question has shrunk to a line");
    }

    @Test
    void readsWhatIsTypedAndAsksOnlyTheRest() {
        open("The assistant does not know our products and it is too slow.");
        browser.one(".chips", "It does not know our facts");
        browser.one("#text").sendKeys("not tried yet", Keys.ENTER);
        assertTrue(browser.one(".answer h2").getText().contains(VERDICT));
    }

    @Test
    void holdsAConsultationByKeyboardAlone() {
        browser.press(SOMETHING, Keys.ENTER);
        browser.one(".open .question");
        browser.tabTo("It does not know our facts");
        browser.press(Keys.SPACE);
        browser.tabTo("Tone or style drifts");
        browser.press(Keys.SPACE);
        browser.tabTo("Continue");
        browser.press(Keys.ENTER);
        waitForFocusOn("documents through retrieval");
        browser.tabTo("Not tried yet");
        browser.press(Keys.SPACE);
        assertTrue(browser.one(".answer h2").getText().contains(VERDICT));
        browser.until("the answer is read out", _ -> text("#announcer").contains(VERDICT));
    }

    @Test
    void goesOnAfterAReloadAndAfterARestartOfTheService() {
        open(SOMETHING);
        browser.click(".checks label", "It does not know our facts");
        browser.click(".checks label", "Tone or style drifts");
        browser.click(".open button", "Continue");
        browser.one(".option", "Not tried yet");
        service.restart();
        browser.one(".option", "Not tried yet");
        browser.driver().navigate().refresh();
        browser.click(".option", "Not tried yet");
        assertTrue(browser.one(".answer h2").getText().contains(VERDICT));
    }

    @Test
    void showsWhatOthersDoAndKeepsWhatIsBeingTyped() {
        String talk = open(SOMETHING);
        WebElement message = browser.one("#text");
        message.sendKeys("half a sent");
        service.postForm(
                talk + "/events", "fact", "problems", "several", "yes", "value", "missing-knowledge,style-drift");
        browser.one(".option", "Not tried yet");
        message.sendKeys("ence");
        assertEquals("half a sentence", message.getDomProperty("value"));
        assertTrue(message.equals(browser.driver().switchTo().activeElement()), "the focus stays in the message");
        assertEquals(1, browser.all(".settled").size());
    }

    @Test
    void keepsTextThatItCannotTake() {
        open(SOMETHING);
        WebElement message = browser.one("#text");
        browser.driver().executeScript("arguments[0].value = 'long '.repeat(10000); arguments[0].focus()", message);
        browser.click(browser.one(".say button"));
        assertTrue(browser.one("#problem").getText().contains("50,000 characters"));
        assertEquals("true", message.getDomAttribute("aria-invalid"));
        assertEquals(50_000, message.getDomProperty("value").length());
        message.clear();
        message.sendKeys("short", Keys.ENTER);
        browser.one(".said .words", "short");
        browser.until("the problem is gone", _ -> browser.all("#problem").isEmpty());
        browser.until("the field is empty", _ -> message.getDomProperty("value").isEmpty());
    }

    @Test
    void saysWhatIsWrongInTheFormThatItIsAbout() {
        open(SOMETHING);
        browser.click(".open button", "Continue");
        assertTrue(browser.one(".open .problem").getText().contains("Choose at least one"));
        assertEquals("true", browser.one(".checks input").getDomAttribute("aria-invalid"));
        browser.click(".checks label", "It does not know our facts");
        browser.click(".checks label", "Tone or style drifts");
        browser.click(".open button", "Continue");
        browser.one(".option", "Not tried yet");
    }

    @Test
    void takesADoubleClickOnce() {
        open(SOMETHING);
        browser.click(".checks label", "It does not know our facts");
        browser.click(".checks label", "Tone or style drifts");
        doubleClick(browser.one(".open button", "Continue"));
        doubleClick(browser.one(".option", "Not tried yet"));
        browser.one(".answer h2");
        assertEquals(2, browser.all(".settled").size());
        assertEquals(0, browser.all(".open").size());
    }

    @Test
    void changesAnEarlierAnswer() {
        open(SOMETHING);
        browser.click(".checks label", "It does not know our facts");
        browser.click(".checks label", "Tone or style drifts");
        browser.click(".open button", "Continue");
        browser.click(".option", "Not tried yet");
        browser.one(".answer");
        browser.click(browser.one(".settled", "Retrieval").findElement(By.cssSelector("button")));
        browser.click(".open .option", "Yes, and it finds the right passages");
        browser.until("the first answer is gone", _ -> !text(".answer h2").contains(VERDICT));
    }

    @Test
    void sendsWithEnterAndBreaksTheLineWithShiftEnter() {
        open(SOMETHING);
        WebElement message = browser.one("#text");
        message.sendKeys("one", Keys.chord(Keys.SHIFT, Keys.ENTER), "two", Keys.ENTER);
        browser.until("both lines are there", _ -> text("#thread").contains("one\ntwo"));
    }

    @Test
    void showsMarkupAsTyped() {
        open("<img src=x onerror=\"document.title='stolen'\"> <b>bold</b> & \u202Edrowssap");
        browser.until("it is shown", _ -> text("#thread").contains("<b>bold</b> &"));
        assertFalse(browser.driver().getTitle().equals("stolen"));
        assertEquals(
                0, browser.driver().findElements(By.cssSelector("#thread img")).size());
        assertFalse(text("#thread").contains("\u202E"), "nothing turns the writing around");
    }

    private static String open(String problem) {
        browser.one("textarea").sendKeys(problem);
        browser.click("button", "Start");
        browser.one(".open .question");
        return URI.create(browser.driver().getCurrentUrl()).getPath();
    }

    private static void doubleClick(WebElement element) {
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        new Actions(browser.driver()).doubleClick(element).perform();
    }

    private static void waitForFocusOn(String question) {
        browser.until(
                "the focus is on the question “" + question + "”",
                driver -> String.valueOf(driver.executeScript("return document.activeElement.innerText"))
                        .contains(question));
    }

    private static String text(String selector) {
        return String.valueOf(browser.driver()
                .executeScript("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }
}
