package dev.tunewise.web;

import dev.tunewise.testing.Browser;
import dev.tunewise.testing.GoldenPicture;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Every kind of block in the web chat, as it was when somebody last looked: on a phone and on a wide screen, light and dark. */
final class WebPicturesTest {
    private static final Path KEPT = Path.of("src/test/resources/pictures");

    @TempDir
    Path folder;

    @Test
    void looksAsItDid() {
        Map<String, Object> settings = Map.of(
                "gallery", "true",
                "micronaut.server.port", "-1",
                "tunewise.warm-up", "false",
                "tunewise.database.url", "jdbc:sqlite:" + folder.resolve("gallery.db"));
        try (ApplicationContext context = ApplicationContext.run(settings, "test");
                Browser browser = Browser.open()) {
            String gallery = context.getBean(EmbeddedServer.class).start().getURI() + "/c/gallery";
            GoldenPicture.assumeTheFontsOf(KEPT, browser);
            for (int width : List.of(360, 1280)) {
                for (boolean dark : List.of(false, true)) {
                    String name = "web-" + width + (dark ? "-dark" : "-light");
                    // Tall enough that nothing is scrolled: how far a page has scrolled depends on the moment.
                    browser.look(width, width < 500 ? 6400 : 4000, dark).go(gallery);
                    browser.one(".shown");
                    browser.until("all pictures came or failed", WebPicturesTest::isDrawn);
                    GoldenPicture.check(KEPT.resolve(name + ".png"), browser.screenshot("golden-" + name, false));
                }
            }
        }
    }

    private static boolean isDrawn(ChromeDriver page) {
        return (Boolean) page.executeScript("""
                return document.readyState === 'complete'
                    && [...document.images].every(image => image.complete)
                    && [...document.querySelectorAll('*')].every(each => each.scrollTop === 0);
                """);
    }
}
