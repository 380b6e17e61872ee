package dev.tunewise.price.file;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tunewise.diagnostics.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table with a header line. */
public final class CsvFile {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    /** The rows of a table of ours, each as a record with components of the names of its columns; a list has semicolons. */
    public static <T> List<T> rows(InputStream in, Class<T> row) throws IOException {
        try (MappingIterator<T> rows =
                MAPPER.readerFor(row).with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return rows.readAll();
        }
    }

    /** The rows of any table with their places; an empty cell is null. */
    public static List<PositionedJson.Obj> read(String name, InputStream in) throws IOException {
        List<PositionedJson.Obj> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
            while (lines.hasNext()) {
                Position at = new Position(name, rows.size() + 2, 1);
                Map<String, PositionedJson> fields = new LinkedHashMap<>();
                lines.next()
                        .forEach((column, cell) -> fields.put(
                                column,
                                cell.isEmpty() ? new PositionedJson.Null(at) : new PositionedJson.Text(cell, at)));
                rows.add(new PositionedJson.Obj(fields, at));
            }
        }
        return rows;
    }
}
