package dev.tunewise.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a window. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens a browser; where there is none, a test is skipped on a laptop and fails in CI. */
    public static Browser open() {
        return open(List.of());
    }

    /** Opens a browser with further switches of Chromium. */
    public static Browser open(List<String> switches) {
        boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER);
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("There is no Chromium at " + CHROMIUM + " or no driver at " + CHROMEDRIVER
                    + ": install the Debian packages chromium and chromium-driver");
        }
        Assumptions.assumeTrue(installed, "Needs the Debian packages chromium and chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--window-size=1440,1000");
        options.addArguments(switches);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** The driver underneath. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Looks through a window of this size, with dark or light colours. */
    public Browser look(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /**
     * Waits until something is so; fails after fifteen seconds.
     *
     * @param what named in the failure
     */
    public void until(String what, Predicate<ChromeDriver> so) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds(so)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain until " + what
                        + ". The page says:\n" + driver.executeScript("return document.body.innerText"));
            }
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
    }

    /** An element that has just been replaced makes the question moot, not wrong. */
    private boolean holds(Predicate<ChromeDriver> so) {
        try {
            return so.test(driver);
        } catch (StaleElementReferenceException | NoSuchElementException _) {
            return false;
        }
    }

    /** Keeps a picture of what shows, or of the whole page, under target/screenshots. */
    public Path screenshot(String name, boolean whole) {
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
                .get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.write(
                    SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to an address. */
    public Browser go(Object address) {
        driver.get(address.toString());
        return this;
    }

    /** The elements that a selector finds and that can be seen. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    /** Waits for an element that can be seen. */
    public WebElement one(String selector) {
        until("there is " + selector, _ -> !all(selector).isEmpty());
        return all(selector).getFirst();
    }

    /** Waits for an element with this text in it. */
    public WebElement one(String selector, String text) {
        until("there is " + selector + " with “" + text + "”", _ -> find(selector, text) != null);
        return find(selector, text);
    }

    /** Clicks an element with this text in it, brought to the middle of the screen as a person would. */
    public void click(String selector, String text) {
        click(one(selector, text));
    }

    /** Clicks an element, brought to the middle of the screen as a person would. */
    public void click(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    private WebElement find(String selector, String text) {
        return all(selector).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElse(null);
    }

    /** The text that can be seen. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    /** Presses keys wherever the focus is. */
    public void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until the focus is on an element with this text; as a person does who has no mouse. */
    public void tabTo(String text) {
        for (int i = 0; i < 80; i++) {
            press(Keys.TAB);
            String focused = String.valueOf(
                    driver.executeScript(
                            "const e = document.activeElement; return e.tagName === 'INPUT' ? e.closest('label')?.innerText ?? '' : e.innerText ?? ''"));
            if (focused.contains(text)) {
                return;
            }
        }
        throw new AssertionError("The focus did not come to “" + text + "” in 80 steps:\n" + text());
    }

    /** What the axe script finds wrong with the accessibility of the page, one line for each fault. */
    public List<String> faults() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations.flatMap(violation =>
                    violation.nodes.map(node => violation.id + ': ' + node.target + ' ' + (node.failureSummary ?? '')))),
                    fault => done(['axe failed: ' + fault]));""");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
