package dev.tunewise.storage.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.LoggedDecision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries and posts as JSON. A document may have been written by an older or a newer version of this program: unknown fields are passed
 * over, and absent texts, lists and maps are read as empty.
 *
 * @param texts encrypts what people said; none to keep it as it is. What was kept plain before is read either way
 */
public record DocumentCodec(Optional<TextSeal> texts) {
    /** What is sealed begins with it; people cannot type it. */
    public static final String SEALED = "\u0001";

    /** Characters of words; an index of PostgreSQL takes no more than 2,700 bytes. */
    private static final int MOST_WORDS = 1_800;

    /** One for all: what it learned about our types is kept. */
    private static final JsonMapper MAPPER = mapper();

    /** An entry, a post or what the log holds of a decision, as it is kept. */
    public String of(Object document) {
        try {
            return seal(MAPPER.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new StorageException("A value of " + document.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    public LoggedDecision logged(String document) {
        return read(open(document), LoggedDecision.class);
    }

    /** A document without what was taken out. */
    public String redacted(String document, TextRedaction redaction) {
        try {
            return seal(MAPPER.writeValueAsString(redaction.of(MAPPER.readTree(open(document)))));
        } catch (JsonProcessingException e) {
            throw new StorageException("A stored document is no JSON", e);
        }
    }

    /**
     * What a search looks for the words of a text in: a mark of the key that hides them, then one after the other.
     *
     * @param text the most telling words first; of a text that is longer than any of ours the last are left out
     */
    public String searchable(String text) {
        WordKey key = wordKeys().getFirst();
        StringBuilder words = new StringBuilder(searchMark());
        for (String word : SearchWords.beginnings(text)) {
            if (words.length() < MOST_WORDS) {
                words.append(key.hidden(word));
            }
        }
        return words.toString();
    }

    /** How what the key in use hides begins. */
    public String searchMark() {
        return wordKeys().getFirst().name() + ":";
    }

    /** What stands for words, under each key in turn. */
    public List<List<String>> hidden(Collection<String> words) {
        return wordKeys().stream()
                .map(key -> words.stream().map(key::hidden).toList())
                .toList();
    }

    private List<WordKey> wordKeys() {
        return texts.map(seal -> seal.words().get()).orElse(List.of(WordKey.NONE));
    }

    /** A text as it is kept. */
    public String seal(String text) {
        return texts.map(seal -> SEALED + seal.close().apply(text)).orElse(text);
    }

    /** A text that was kept. */
    public String open(String kept) {
        if (!kept.startsWith(SEALED)) {
            return kept;
        }
        return texts.orElseThrow(
                        () -> new StorageException("What people said is encrypted, and there is no key to read it"
                                + " with. Set TUNEWISE_SECRET_KEYS to the keys that it was kept with."))
                .open()
                .apply(kept.substring(SEALED.length()));
    }

    public Entry entry(String document) {
        return read(open(document), Entry.class);
    }

    public Post post(String document) {
        return read(open(document), Post.class);
    }

    private <T> T read(String document, Class<T> type) {
        try {
            return MAPPER.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new StorageException(
                    "A stored " + type.getSimpleName() + " cannot be read ("
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + "). If a newer version of Tunewise wrote it, run that version again.",
                    e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL);
        for (Class<?> absent : List.of(String.class, List.class, Map.class)) {
            builder.withConfigOverride(
                    absent, config -> config.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        DocumentTypes.FAMILIES.forEach(family -> builder.addMixIn(family, NamedByType.class));
        builder.registerSubtypes(DocumentTypes.names());
        return builder.build();
    }

    /** Puts {@code "type": "<name>"} into every object of a sealed family. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface NamedByType {}
}
