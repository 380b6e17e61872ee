package dev.tunewise.price;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tunewise.diagnostics.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table with a header line; an empty cell is null. */
final class CsvFile {
    private CsvFile() {}

    static List<Json.Obj> read(String name, InputStream in) throws IOException {
        List<Json.Obj> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
            while (lines.hasNext()) {
                Position at = new Position(name, rows.size() + 2, 1);
                Map<String, Json> fields = new LinkedHashMap<>();
                lines.next()
                        .forEach((column, cell) ->
                                fields.put(column, cell.isEmpty() ? new Json.Null(at) : new Json.Text(cell, at)));
                rows.add(new Json.Obj(fields, at));
            }
        }
        return rows;
    }
}
