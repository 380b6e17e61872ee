package dev.tunewise.reading.intent;

import dev.tunewise.reading.pattern.TokenSequence;

/** Tells whether a message supposes other answers: "what if we had 500 examples?", "what would change at 100k a day?". */
public final class WhatIfDetector {
    private WhatIfDetector() {}

    public static boolean asked(TokenSequence line) {
        for (int i = 0; i < line.size(); i++) {
            String word = line.word(i);
            String next = line.word(i + 1);
            String third = line.word(i + 2);
            boolean starts = line.sentenceStart(i) >= i - 2;
            boolean whatIf = word.equals("what") && (next.equals("if") || (next.equals("about") && third.equals("if")));
            boolean change = starts
                    && (word.equals("what") || word.equals("how"))
                    && (next.equals("would")
                            || next.equals("changes")
                            || next.equals("happens")
                            || next.equals("could")
                            || next.equals("does"))
                    && supposes(line, i);
            boolean suppose = starts
                    && (word.equals("suppose")
                            || word.equals("supposing")
                            || word.equals("imagine")
                            || word.equals("assuming")
                            || word.equals("hypothetically"))
                    && line.items().get(line.sentenceEnd(i) - 1).word.equals("?");
            boolean would = starts
                    && (word.equals("would") || word.equals("does"))
                    && (next.equals("it") || next.equals("that") || next.equals("the") || next.equals("this"))
                    && changes(line, i)
                    && hasIf(line, i);
            if (whatIf || change || suppose || would) {
                return true;
            }
        }
        return false;
    }

    private static boolean supposes(TokenSequence line, int at) {
        return changes(line, at) || (hasIf(line, at) && line.word(at + 1).equals("happens"));
    }

    private static boolean changes(TokenSequence line, int at) {
        for (int i = at; i < line.sentenceEnd(at); i++) {
            String word = line.word(i);
            if (word.equals("change")
                    || word.equals("changes")
                    || word.equals("happen")
                    || word.equals("happens")
                    || word.equals("flip")
                    || word.equals("verdict")
                    || word.equals("recommendation")
                    || word.equals("pay")
                    || word.equals("different")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasIf(TokenSequence line, int at) {
        for (int i = at; i < line.sentenceEnd(at); i++) {
            if (line.word(i).equals("if")
                    || line.word(i).equals("with")
                    || line.word(i).equals("at")
                    || line.word(i).equals("when")) {
                return true;
            }
        }
        return false;
    }
}
