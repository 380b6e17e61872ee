package dev.tunewise.price.file;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads JSON files shipped with the product for packages that have no JSON library of their own. */
public final class JsonResource {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The entries of a list at the root of a file, each as a record with components of the names of its fields.
     *
     * @param beside the class in whose package the file lies
     * @throws IllegalStateException when the file is not there or broken: a shipped file is ours to mend
     */
    public static <T> List<T> list(Class<?> beside, String file, String list, Class<T> entry) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The product lacks its file " + file);
            }
            return MAPPER.readerForListOf(entry).readValue(MAPPER.readTree(in).path(list));
        } catch (IOException broken) {
            throw new UncheckedIOException("Reading the shipped file " + file + " failed", broken);
        }
    }
}
