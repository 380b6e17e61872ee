package dev.tunewise.price.file;

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
public final class CsvFile {
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
