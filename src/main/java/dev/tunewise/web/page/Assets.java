package dev.tunewise.web.page;

import dev.tunewise.access.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Properties;

/** Addresses of the files that pages load, with their versions in them, so that browsers may keep them for ever. */
@Singleton
public record Assets(String pico, String htmx, String style, String script, String mark) {
    @Inject
    public Assets() {
        this(
                webjar("picocss__pico") + "/css/pico.min.css",
                webjar("htmx.org") + "/dist/htmx.min.js",
                own("tunewise.css"),
                own("tunewise.js"),
                own("mark.svg"));
    }

    private static String webjar(String name) {
        Properties properties = new Properties();
        try (InputStream file = open("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/webjars/" + name + "/" + properties.getProperty("version");
    }

    private static String own(String name) {
        try (InputStream file = open("assets/" + name)) {
            return "/assets/" + name + "?v=" + HexFormat.of().formatHex(Secrets.sha256(file.readAllBytes()), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream file = Assets.class.getClassLoader().getResourceAsStream(path);
        if (file == null) {
            throw new IOException("The file " + path + " is missing from the program: build it again");
        }
        return file;
    }
}
