package dev.tunewise.web.page;

import dev.tunewise.access.Secrets;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Properties;

/** Addresses of the files that pages load, with their versions in them, so that browsers may keep them for ever. */
@Singleton
public final class Assets {
    private final String pico = webjar("picocss__pico") + "/css/pico.min.css";
    private final String htmx = webjar("htmx.org") + "/dist/htmx.min.js";
    private final String style = own("tunewise.css");
    private final String script = own("tunewise.js");
    private final String mark = own("mark.svg");

    public String pico() {
        return pico;
    }

    public String htmx() {
        return htmx;
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String mark() {
        return mark;
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
