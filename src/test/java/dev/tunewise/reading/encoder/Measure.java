package dev.tunewise.reading.encoder;

import dev.tunewise.encoder.OnnxSentenceEncoder;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;

class Measure {
    public static void main(String[] a) throws Exception {
        Flow flow = ReadingFixture.flow();
        long t = System.nanoTime();
        OnnxSentenceEncoder encoder = OnnxSentenceEncoder.load();
        System.out.println("load ms " + (System.nanoTime() - t) / 1000000);
        ExampleLines lines = ExampleLines.of(flow);
        String hash = lines.hash(encoder.name());
        Path file = Path.of("/tmp/encoder-" + hash + ".bin");
        LearnedChoices learned;
        if (Files.exists(file)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                learned = LearnedChoicesFile.read(in, hash).orElseThrow();
            }
        } else {
            t = System.nanoTime();
            learned = ChoiceLearner.learn(lines, encoder);
            System.out.println("learn ms " + (System.nanoTime() - t) / 1000000);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                LearnedChoicesFile.write(learned, out);
            }
        }
        for (int i = 0; i < lines.facts().size(); i++)
            System.out.println(
                    lines.facts().get(i) + " " + learned.calibrations().get(i));
        System.out.println("slope " + learned.slope() + " shift " + learned.shift());
        MessageReader reader = ReadingFixture.reader();
        ChoiceProposer proposer = new ChoiceProposer(flow, learned, encoder);
        boolean sealed = a.length > 0 && a[0].equals("sealed");
        boolean verbose = a.length > 1;
        int stated = 0, filled = 0, wrongFill = 0, found = 0, right = 0, proposed = 0, n = 0;
        long most = 0, sum = 0;
        for (Situation s : Situation.all()) {
            if (s.sealed() != sealed) continue;
            n++;
            Reading reading = reader.read(s.text(), ReadingContext.none());
            t = System.nanoTime();
            List<ProposedAnswer> props = proposer.propose(s.text(), reading, ReadingContext.none());
            long took = (System.nanoTime() - t) / 1000000;
            most = Math.max(most, took);
            sum += took;
            Set<String> fills = new TreeSet<>(), ps = new TreeSet<>();
            reading.reads().forEach(r -> {
                if (lines.facts().contains(r.fact())) fills.addAll(Situation.pairs(r.fact(), r.value()));
            });
            for (String f : fills)
                if (!s.allowed().contains(f)) {
                    wrongFill++;
                    System.out.println("SILENT " + f + " | " + s.text());
                }
            for (ProposedAnswer p : props)
                for (String x : Situation.pairs(p.fact(), p.value())) {
                    proposed++;
                    ps.add(x);
                    if (s.allowed().contains(x)) right++;
                    else if (verbose) System.out.printf("wrong %.2f %s | %s%n", p.probability(), x, p.quote());
                }
            for (String x : s.stated()) {
                stated++;
                if (fills.contains(x)) filled++;
                if (fills.contains(x) || ps.contains(x)) found++;
                else if (verbose)
                    System.out.println("missed " + x + " | "
                            + s.text().substring(0, Math.min(150, s.text().length())));
            }
        }
        System.out.printf(
                "%d cases, stated %d, filled %.2f, recalled %.2f, proposals %d precision %.2f, wrong fills %d, max ms %d mean %d%n",
                n,
                stated,
                filled / (double) stated,
                found / (double) stated,
                proposed,
                right / (double) proposed,
                wrongFill,
                most,
                sum / n);
    }
}
