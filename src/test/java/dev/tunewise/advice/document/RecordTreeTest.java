package dev.tunewise.advice.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordTreeTest {
    public record Shelf(
            String name,
            double widthInMetres,
            List<Book> booksOnIt,
            @Nullable Book lent) {}

    public record Book(String title, String note, Shape shape) {}

    public sealed interface Shape {
        record Bound(int pages) implements Shape {}
    }

    private static final Book ONE = new Book("One", "", new Shape.Bound(10));
    private static final Book TWO = new Book("Two", "torn", new Shape.Bound(20));

    private final RecordTree tree = new RecordTree(Map.of(
                    Shelf.class, "id=name widthInMetres titles=booksOnIt.title booksOnIt lent lent.title",
                    Book.class, "title note? shape"))
            .with(Shape.class, shape -> shape instanceof Shape.Bound(int pages) ? pages + " pages" : "loose");

    @Test
    void tellsThePartsOfTheTableInTheirOrder() {
        assertEquals(
                "{id=left, width_in_metres=1.5, titles=[One, Two],"
                        + " books_on_it=[{title=One, shape=10 pages}, {title=Two, note=torn, shape=20 pages}],"
                        + " lent=null, title=null}",
                String.valueOf(tree.of(new Shelf("left", 1.5, List.of(ONE, TWO), null))));
    }

    @Test
    void aNumberThatJsonCannotWriteIsNull() {
        Shelf endless = new Shelf("endless", Double.POSITIVE_INFINITY, List.of(), ONE);
        assertEquals(Arrays.asList((Object) null), tree.of(List.of(endless.widthInMetres())));
    }

    @Test
    void anotherTableStandsBesideItsOwn() {
        RecordTree longer = new RecordTree(tree, Map.of(Shape.Bound.class, "pages"));
        assertEquals(
                "{title=Two, note=torn, shape={pages=20}}",
                String.valueOf(longer.of(TWO)),
                "a type comes before the family that it is of");
    }

    @Test
    void aPartThatIsNotThereIsAFaultOfTheTable() {
        RecordTree wrong = new RecordTree(Map.of(Book.class, "author"));
        assertEquals(
                Book.class + " has no part author, which its tree tells",
                assertThrows(IllegalStateException.class, () -> wrong.of(ONE)).getMessage());
    }
}
