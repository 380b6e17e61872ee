package dev.tunewise.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Words that come with the program, in property files beside the class that uses them. */
public final class BundledProperties {
    /**
     * Reads a file of UTF-8.
     *
     * @param beside the class in whose package the file lies
     * @throws IllegalStateException if the build left it out
     */
    public static Properties read(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not beside " + beside.getSimpleName() + ": build again");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read", e);
        }
        return properties;
    }
}
