package dev.tunewise.encoder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts text into the pieces of BERT's uncased vocabulary: lower case without accents, words and marks apart, each word in its longest pieces. */
final class WordPieceTokenizer {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPieceTokenizer(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        unknown = id("[UNK]");
        start = id("[CLS]");
        end = id("[SEP]");
    }

    /** Reads the vocabulary from a `tokenizer.json` as Hugging Face writes it. */
    static WordPieceTokenizer read(InputStream json) throws IOException {
        Map<String, Integer> vocabulary = HashMap.newHashMap(32_000);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean inside = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (inside && token == JsonToken.END_OBJECT) {
                    break;
                } else if (inside && token == JsonToken.VALUE_NUMBER_INT) {
                    vocabulary.put(parser.currentName(), parser.getIntValue());
                } else if (token == JsonToken.START_OBJECT && "vocab".equals(parser.currentName())) {
                    inside = true;
                }
            }
        }
        return new WordPieceTokenizer(vocabulary);
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("The vocabulary has no " + piece + "; it is not one of BERT");
        }
        return id;
    }

    /** Ids of the pieces between the marks for start and end, at most so many in all. */
    long[] ids(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        for (String word : words(text)) {
            pieces(word, ids);
        }
        int size = Math.min(ids.size(), most - 1);
        long[] cut = new long[size + 1];
        for (int i = 0; i < size; i++) {
            cut[i] = ids.get(i);
        }
        cut[size] = end;
        return cut;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String flat = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        flat.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean dropped = type == Character.NON_SPACING_MARK || point == 0 || point == 0xFFFD;
            boolean space = Character.isWhitespace(point) || type == Character.SPACE_SEPARATOR;
            if (space || isMark(point, type) || isHan(point)) {
                close(word, words);
                if (!space) {
                    words.add(Character.toString(point));
                }
            } else if (!dropped && type != Character.CONTROL && type != Character.FORMAT) {
                word.appendCodePoint(point);
            }
        });
        close(word, words);
        return words;
    }

    private static void close(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isMark(int point, int type) {
        boolean ascii = point > 32 && point < 127 && !Character.isLetterOrDigit(point);
        return ascii
                || switch (type) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private void pieces(String word, List<Integer> ids) {
        if (word.length() > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        int before = ids.size();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            while (to > from && id == null) {
                id = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                to -= id == null ? 1 : 0;
            }
            if (id == null) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(id);
            from = to;
        }
    }
}
