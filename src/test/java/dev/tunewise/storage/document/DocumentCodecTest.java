package dev.tunewise.storage.document;

import static dev.tunewise.storage.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.flow.Value;
import dev.tunewise.storage.AnyRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentCodecTest {
    private final DocumentCodec documents = new DocumentCodec(java.util.Optional.empty());

    @Test
    void everyMemberOfAFamilyHasAName() {
        Set<Class<?>> named =
                Stream.of(DocumentTypes.names()).map(NamedType::getType).collect(Collectors.toSet());
        for (Class<?> family : DocumentTypes.FAMILIES) {
            AnyRecord.members(family)
                    .forEach(member -> assertTrue(
                            named.contains(member), () -> member.getName() + " needs a name in DocumentTypes"));
        }
    }

    @Test
    void everyChangeComesBackAsItWas() {
        for (Object change : AnyRecord.allOf(Change.class)) {
            assertComesBack(entry(new UserInput.Said("hello"), (Change) change));
        }
        for (Object value : AnyRecord.allOf(Value.class)) {
            assertComesBack(entry(new UserInput.Said("hello", false), new Change.Answered("f", (Value) value, "")));
        }
    }

    @Test
    void everyInputComesBackAsItWas() {
        for (Object input : AnyRecord.allOf(UserInput.class)) {
            assertComesBack(entry((UserInput) input, new Change.Undone()));
        }
    }

    @Test
    void everyBlockComesBackAsItWas() {
        for (Object block : AnyRecord.allOf(Block.class)) {
            for (Object place : AnyRecord.allOf(Post.Place.class)) {
                Post post = new Post("key", (Post.Place) place, List.of((Block) block), "plain");
                assertEquals(post, documents.post(documents.of(post)));
            }
        }
    }

    @Test
    void readsAnEntryOfTheFirstVersion() {
        assertEquals(
                new Entry(
                        "Ev1",
                        new Author("U1", "Ada"),
                        NOON,
                        "171.5",
                        new UserInput.Said("about 5k a day"),
                        List.of(
                                new Change.Answered("requests", Value.Quantity.of(5000), "5k a day"),
                                new Change.Skipped("latency"))),
                documents.entry(resource("entry-1.json")));
    }

    @Test
    void passesOverFieldsOfANewerVersion() {
        String newer = resource("entry-1.json").replace("\"key\"", "\"mood\": {\"a\": [1]}, \"key\"");
        assertEquals(documents.entry(resource("entry-1.json")), documents.entry(newer));
    }

    @Test
    void readsAbsentTextsAndListsAsEmpty() {
        Entry entry = documents.entry("""
                {"key": "k", "author": {"id": "U1"}, "at": "2026-11-20T12:00:00Z", "input": {"type": "opened"}}""");
        assertEquals(new Entry("k", new Author("U1", ""), NOON, "", new UserInput.Opened(""), List.of()), entry);
    }

    @Test
    void saysWhatToDoAboutATypeThatItDoesNotKnow() {
        String newer = resource("entry-1.json").replace("\"skipped\"", "\"teleported\"");
        StorageException refused = assertThrows(StorageException.class, () -> documents.entry(newer));
        assertTrue(refused.getMessage().contains("teleported"), refused.getMessage());
        assertTrue(refused.getMessage().contains("newer version"), refused.getMessage());
    }

    private void assertComesBack(Entry entry) {
        assertEquals(entry, documents.entry(documents.of(entry)));
    }

    private static Entry entry(UserInput input, Change change) {
        return new Entry("k", new Author("U1", "Ada"), NOON, "", input, List.of(change));
    }

    private static String resource(String name) {
        try (var in = DocumentCodecTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
