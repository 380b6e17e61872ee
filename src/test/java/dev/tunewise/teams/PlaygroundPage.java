package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * The page of the playground, used as a person does. It keeps messages in the page alone, so one page is open from the first word to the last.
 */
final class PlaygroundPage implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots", "playground");
    /** In the panel on the right every request stands with its status. */
    private static final Pattern FAULT =
            Pattern.compile("(message|invoke|installationUpdate|conversationUpdate) [45]\\d\\d");

    /** Nothing but this machine can be reached; fonts from the web are then missing, and nothing else. */
    private static final List<String> OFFLINE =
            List.of("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Browser browser;

    PlaygroundPage(String address) {
        browser = Browser.open(OFFLINE);
        browser.look(1280, 1000, false).go(address);
        browser.one("[role=treeitem]", "Personal Chat");
    }

    /** Goes to a chat by its name. */
    void enter(String chat) {
        browser.one("[role=treeitem]", chat).click();
    }

    /** Types a message and sends it. */
    void say(String text) {
        WebElement box = browser.one("[role=textbox]");
        box.click();
        box.sendKeys(text, Keys.ENTER);
        shows(text);
    }

    /** Waits until the conversation shows a text. */
    void shows(String text) {
        browser.until("the page shows “" + text + "”", _ -> flat(browser.text()).contains(flat(text)));
    }

    /** The newest card with a text on it; waits for one. */
    WebElement card(String text) {
        browser.until("there is a card with “" + text + "”", _ -> !cards(text).isEmpty());
        return cards(text).getLast();
    }

    private List<WebElement> cards(String text) {
        return browser.all(".ac-adaptiveCard").stream()
                .filter(card -> flat(card.getText()).contains(flat(text)))
                .toList();
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /**
     * Fills a card in and sends it.
     *
     * @param question a text on the card
     * @param json the card as it was sent, which tells how it is to be answered
     * @param values what to answer by fact; what is not among them is answered with the first thing there is
     */
    void answer(String question, JsonNode json, Map<String, List<String>> values) {
        WebElement card = card(question);
        for (JsonNode input : Member.inputs(json)) {
            List<String> wanted = values.getOrDefault(input.path("id").asText().replace("in.", ""), List.of());
            fill(card, input, wanted);
        }
        String button = button(json, values);
        WebElement found = card.findElements(By.cssSelector("button")).stream()
                .filter(each -> each.getText().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + button + "” on " + card.getText()));
        browser.click(found);
        browser.until(
                "the card with “" + question + "” changed",
                _ -> cards(question).stream()
                        .noneMatch(each -> each.findElements(By.cssSelector("button")).stream()
                                .anyMatch(left -> left.getText().equals(button))));
    }

    private void fill(WebElement card, JsonNode input, List<String> wanted) {
        WebElement field = card.findElements(By.cssSelector("input, [role=combobox]")).stream()
                .filter(each -> label(card, each).contains(input.path("label").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field for " + input.path("label") + " on " + card.getText()));
        if (input.path("type").asText().equals("Input.Number")) {
            field.sendKeys(wanted.isEmpty() ? "500" : wanted.getFirst());
            return;
        }
        List<String> titles = input.path("choices")
                .valueStream()
                .filter(choice ->
                        wanted.isEmpty() || wanted.contains(choice.path("value").asText()))
                .limit(wanted.isEmpty() ? 1 : wanted.size())
                .map(choice -> choice.path("title").asText())
                .toList();
        assertTrue(!titles.isEmpty(), () -> wanted + " are no choices of " + input);
        if ("combobox".equals(field.getDomAttribute("role"))) {
            browser.click(field);
            browser.click("[role=option]", titles.getFirst());
        } else {
            titles.forEach(title -> browser.click(choice(card, field, title)));
        }
    }

    private static WebElement choice(WebElement card, WebElement field, String title) {
        List<WebElement> groups = field.findElements(By.xpath("ancestor::*[@role='radiogroup' or @role='group'][1]"));
        WebElement within = groups.isEmpty() ? card : groups.getFirst();
        return within.findElements(By.cssSelector("label")).stream()
                .filter(each -> flat(each.getText()).equals(flat(title)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice “" + title + "” on " + card.getText()));
    }

    /** What a screen reader says for a field. */
    private String label(WebElement card, WebElement field) {
        return String.valueOf(browser.driver().executeScript("""
                const ids = [arguments[1].getAttribute('aria-labelledby'), arguments[1].closest('[role=radiogroup],[role=group]')?.getAttribute('aria-labelledby')];
                return ids.filter(Boolean).flatMap(list => list.split(' ')).map(id => document.getElementById(id)?.innerText ?? '').join(' ')
                    + ' ' + [...(arguments[1].labels ?? [])].map(label => label.innerText).join(' ')
                    + ' ' + (arguments[1].closest('[aria-label]')?.getAttribute('aria-label') ?? '');""", card, field));
    }

    private static String button(JsonNode json, Map<String, List<String>> values) {
        Stream<JsonNode> answers = Member.actions(json).stream()
                .filter(action -> action.path("data").path("do").asText().equals("answer"));
        return answers.filter(action -> values.getOrDefault(
                                action.path("data").path("fact").asText(), List.of())
                        .contains(action.path("data").path("value").asText()))
                .map(action -> action.path("title").asText())
                .findFirst()
                .orElseGet(() -> Clicker.title(json));
    }

    /** Opens a folded part of a card. */
    void unfold(WebElement card, String summary) {
        browser.click(card.findElements(By.xpath(".//*[contains(text(), '" + summary + "')]"))
                .getFirst());
    }

    /** Waits until a card has drawn so many charts, each as large as one can read. */
    void draws(String text, int charts) {
        browser.until(
                charts + " charts are drawn",
                _ -> card(text).findElements(By.cssSelector("svg")).stream()
                                .filter(svg -> svg.getSize().getHeight() > 120
                                        && svg.getSize().getWidth() > 200)
                                .count()
                        >= charts);
    }

    /** Through a window of another size. */
    void size(int width, int height) {
        browser.look(width, height, false);
    }

    /** Keeps a picture of a card; fails when there is nothing on it. */
    void picture(String name, WebElement card) throws IOException {
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'start', behavior: 'instant'})", card);
        keep(name, card.getScreenshotAs(OutputType.BYTES));
    }

    /** Keeps a picture of the page. */
    void picture(String name) throws IOException {
        keep(name, browser.driver().getScreenshotAs(OutputType.BYTES));
    }

    private static void keep(String name, byte[] png) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                dark += ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) < 300 ? 1 : 0;
            }
        }
        int of = image.getWidth() * image.getHeight();
        assertTrue(dark * 200 > of, name + " shows next to nothing: " + dark + " dark pixels of " + of);
    }

    /** Fails when the playground met an answer that it could not take, or said so. */
    void isContent() {
        String text = browser.text();
        assertTrue(!FAULT.matcher(flat(text)).find(), text);
        assertTrue(!text.contains("Something went wrong") && !text.contains("Unable to reach"), text);
    }

    @Override
    public void close() {
        browser.close();
    }
}
