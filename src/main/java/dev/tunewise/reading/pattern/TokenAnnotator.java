package dev.tunewise.reading.pattern;

import dev.tunewise.reading.name.NameFinder;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.AmountModifierReader;
import dev.tunewise.reading.number.AmountReader;
import dev.tunewise.reading.text.NormalizedText;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.TypoCorrector;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts tokens together into the items that patterns match: names, amounts with their frames, words, boundaries. */
public final class TokenAnnotator {
    /** No sentence is longer, so that nothing looks further than this. */
    private static final int LONGEST_SENTENCE = 150;

    /** The stop before what a "2)" within a line numbers. */
    public static final String NUMBERING = ")";

    private static final int LONGEST_BRACKET = 40;
    private static final Set<String> ABBREVIATIONS = WordSet.set("token annotator: abbreviations");
    private static final String APART = ":()[]=|\uFFFC";
    private static final String STOPS = "!?…•";

    private final NormalizedText plain;
    private final List<Token> tokens;
    private final TokenCursor cursor;
    private final AmountReader amounts;
    private final AmountModifierReader frame;
    private final TypoCorrector typos;
    private final Map<Integer, NameFinder.Mention> names = new TreeMap<>();
    private final List<AnnotatedToken> items = new ArrayList<>();
    private int sinceStop;
    private char apart;

    private TokenAnnotator(
            NormalizedText plain, List<Token> tokens, TypoCorrector typos, List<NameFinder.Mention> mentions) {
        this.plain = plain;
        this.tokens = tokens;
        this.typos = typos;
        cursor = new TokenCursor(tokens);
        amounts = new AmountReader(tokens);
        frame = new AmountModifierReader(tokens);
        mentions.forEach(mention -> names.put(mention.first(), mention));
    }

    public static List<AnnotatedToken> of(
            NormalizedText plain, List<Token> tokens, TypoCorrector typos, List<NameFinder.Mention> mentions) {
        TokenAnnotator build = new TokenAnnotator(plain, tokens, typos, mentions);
        build.run();
        return new RateLinker(build.items, build.frame.tail(), tokens).linked();
    }

    private void run() {
        int at = 0;
        int floor = 0;
        while (at < tokens.size()) {
            NameFinder.Mention name = names.get(at);
            int numbering = name == null ? numbering(at) : at;
            if (name != null) {
                add(AnnotatedToken.name(name, start(at), end(name.end()), apart));
                at = name.end();
                floor = at;
            } else if (numbering > at) {
                at = numbering;
                floor = at;
            } else {
                AmountReader.Found found = amount(at, floor);
                if (found != null) {
                    at = found.end();
                    floor = at;
                } else {
                    token(at);
                    at++;
                }
            }
        }
    }

    private int start(int token) {
        return tokens.get(token).start();
    }

    private int end(int afterLast) {
        return tokens.get(afterLast - 1).end();
    }

    private AmountReader.@Nullable Found amount(int at, int floor) {
        Token token = tokens.get(at);
        if (token.mention() || token.kind() == Token.Kind.BREAK || token.kind() == Token.Kind.FOREIGN) {
            return null;
        }
        AmountReader.Found bare = amounts.at(at);
        if (bare == null || crossesName(bare)) {
            return null;
        }
        AmountReader.Found framed = frame.framed(bare, floor);
        if (crossesName(framed)) {
            framed = bare;
        }
        dropItemsFrom(start(framed.first()));
        if (plain.text.substring(start(framed.first()), end(framed.end())).equals(RateLinker.ALL_HOURS)) {
            add(AnnotatedToken.word(RateLinker.ALL_HOURS, start(framed.first()), end(framed.end()), apart));
            return framed;
        }
        add(AnnotatedToken.amount(framed.amount(), start(framed.first()), end(framed.end()), apart));
        Token last = tokens.get(bare.end() - 1);
        // what letters after the digits say, for patterns: tokens, the size of a model, how many cards
        if (bare.amount().kind() == Amount.Kind.COUNT && last.suffix().startsWith("tok")) {
            add(AnnotatedToken.word("tokens", end(framed.end()), end(framed.end()), AnnotatedToken.NOT_APART));
        } else if (bare.amount().kind() == Amount.Kind.OTHER && last.suffix().matches("[bBxX]")) {
            String word = last.text() + last.suffix().toLowerCase(Locale.ROOT);
            add(AnnotatedToken.word(word, end(framed.end()), end(framed.end()), AnnotatedToken.NOT_APART));
        }
        return framed;
    }

    private boolean crossesName(AmountReader.Found found) {
        return IntStream.range(found.first() + 1, found.end()).anyMatch(names::containsKey);
    }

    /** The words that turned out to belong to an amount. */
    private void dropItemsFrom(int start) {
        while (!items.isEmpty()
                && items.getLast().start >= start
                && !items.getLast().isBoundary()) {
            items.removeLast();
        }
    }

    /** "1." at the start of a line and "2)" anywhere, where no bracket is open, number what follows. */
    private int numbering(int at) {
        Token token = tokens.get(at);
        boolean lineStart = at == 0 || tokens.get(at - 1).kind() == Token.Kind.BREAK;
        boolean number =
                token.isNumber() && token.suffix().isEmpty() && token.text().length() <= 2;
        boolean bracket = cursor.isMark(at + 1, ')') && !cursor.at(at + 1).spaced() && !inBrackets(at);
        boolean mark = cursor.isMark(at + 1, '.') || cursor.isMark(at + 1, ')');
        boolean followed = cursor.at(at + 2).spaced() && cursor.at(at + 2).kind() != Token.Kind.BREAK;
        if (!number || !followed || !(lineStart ? mark : bracket)) {
            return at;
        }
        if (!lineStart) {
            stop(NUMBERING, token);
        }
        return at + 2;
    }

    private boolean inBrackets(int at) {
        for (int i = at - 1; i >= 0 && i > at - LONGEST_BRACKET; i--) {
            if (cursor.isMark(i, '(')) {
                return true;
            }
            if (cursor.isMark(i, ')') || tokens.get(i).kind() == Token.Kind.BREAK) {
                return false;
            }
        }
        return false;
    }

    private void token(int at) {
        Token token = tokens.get(at);
        switch (token.kind()) {
            case WORD -> word(at, token);
            case NUMBER -> add(AnnotatedToken.amount(Amount.other(), token.start(), token.end(), apart));
            case BREAK -> stop("\n", token);
            case FOREIGN -> add(AnnotatedToken.of(AnnotatedToken.Kind.FOREIGN, "", token.start(), token.end()));
            case MARK -> mark(at, token);
        }
    }

    private void word(int at, Token token) {
        if (token.mention()) {
            add(AnnotatedToken.of(AnnotatedToken.Kind.FOREIGN, token.text(), token.start(), token.end()));
        } else {
            add(AnnotatedToken.word(typos.meant(token.text()), token.start(), token.end(), apart));
        }
    }

    private void mark(int at, Token token) {
        char mark = token.text().charAt(0);
        if (token.mention()
                || mark == ';' && cursor.isTight(at, ';') && cursor.at(at - 1).isWord()) {
            // "tl;dr", "&nbsp;"
            return;
        }
        if (mark == '.') {
            boolean ends = cursor.at(at + 1).spaced() || cursor.at(at + 1).kind() == Token.Kind.BREAK;
            boolean dots = cursor.isMark(at - 1, '.') || cursor.isMark(at + 1, '.');
            if ((ends || dots) && !cursor.isWord(at - 1, ABBREVIATIONS)) {
                stop(".", token);
            }
        } else if (STOPS.indexOf(mark) >= 0 || mark == ';') {
            stop(token.text(), token);
        } else if (mark == ',' || mark == '—' || isDash(at, token)) {
            add(AnnotatedToken.of(AnnotatedToken.Kind.BOUNDARY, token.text(), token.start(), token.end()));
        } else if (mark == '→' || isArrow(at)) {
            add(AnnotatedToken.word("→", token.start(), token.end(), apart));
        } else if (mark == '&'
                || mark == '+' && token.spaced() && cursor.at(at - 1).isWord()) {
            add(AnnotatedToken.word("and", token.start(), token.end(), apart));
        } else if (APART.indexOf(mark) >= 0) {
            apart = mark;
        }
    }

    private boolean isDash(int at, Token token) {
        return token.isMark('-') && token.spaced() && cursor.at(at + 1).spaced() && !items.isEmpty();
    }

    private boolean isArrow(int at) {
        return cursor.isMark(at, '>')
                && !cursor.at(at).spaced()
                && (cursor.isMark(at - 1, '-') || cursor.isMark(at - 1, '='));
    }

    private void stop(String mark, Token token) {
        add(AnnotatedToken.of(AnnotatedToken.Kind.STOP, mark, token.start(), token.end()));
    }

    private void add(AnnotatedToken item) {
        if (item.kind == AnnotatedToken.Kind.STOP) {
            sinceStop = 0;
        } else if (++sinceStop > LONGEST_SENTENCE) {
            items.add(AnnotatedToken.of(AnnotatedToken.Kind.STOP, ".", item.start, item.start));
            sinceStop = 1;
        }
        items.add(item);
        apart = AnnotatedToken.NOT_APART;
    }
}
