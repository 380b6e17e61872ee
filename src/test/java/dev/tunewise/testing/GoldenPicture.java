package dev.tunewise.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/**
 * Compares a picture with the one kept in a file, both at a quarter of their size: letters may be drawn a little otherwise, parts may not move,
 * vanish or change their colour. With {@code -Dgolden=write} the file is written again instead; look at it before it is committed.
 */
public final class GoldenPicture {
    private static final int SCALE = 4;
    /** How far apart a colour may be, of 255. */
    private static final int NEAR = 40;
    /** How many of a thousand pixels may be further apart. */
    private static final int SHARE = 30;

    /** Widths of a line in the fonts that the pages ask for, as a browser of this machine draws it. */
    private static final String WIDTHS = """
            const pen = document.createElement('canvas').getContext('2d');
            return ['system-ui', 'sans-serif', 'serif', 'monospace', 'Segoe UI', 'Roboto', 'Inter', 'Noto Sans',
                    'Liberation Sans', 'Noto Serif', 'Georgia'].map(family => {
                pen.font = `40px "${family}"`;
                if (!family.includes(' ')) pen.font = `40px ${family}`;
                return family + ' ' + Math.round(pen.measureText('Tunewise weighs 0123').width);
            }).join('\\n') + '\\n';
            """;

    private GoldenPicture() {}

    /**
     * Skips the test on a machine with other fonts than those of the kept pictures: there every line would stand elsewhere, and nothing could be
     * said about the page.
     */
    public static void assumeTheFontsOf(Path folder, Browser browser) {
        String found = (String) browser.driver().executeScript(WIDTHS);
        Path kept = folder.resolve("fonts.txt");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(folder);
                Files.writeString(kept, found);
            }
            Assumptions.assumeTrue(
                    Files.readString(kept).equals(found),
                    () -> "The pictures in " + folder + " were drawn with other fonts than this machine has:\n"
                            + found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when more pixels differ than letters account for. */
    public static void check(Path file, Path screenshot) {
        try {
            BufferedImage found = quarter(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(screenshot))));
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                ImageIO.write(found, "png", file.toFile());
                return;
            }
            BufferedImage kept = ImageIO.read(file.toFile());
            int differing = differing(kept, found);
            int allowed = kept.getWidth() * kept.getHeight() * SHARE / 1000;
            if (differing > allowed) {
                throw new AssertionError(
                        file + " and " + screenshot + " differ in " + differing + " pixels of a quarter's size, "
                                + allowed
                                + " are allowed. If the change is meant, run the test with -Dgolden=write and look at the picture.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                differing += isNear(one.getRGB(x, y), other.getRGB(x, y)) ? 0 : 1;
            }
        }
        return differing;
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage quarter(BufferedImage whole) {
        BufferedImage small =
                new BufferedImage(whole.getWidth() / SCALE, whole.getHeight() / SCALE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                small.setRGB(x, y, mean(whole, x * SCALE, y * SCALE));
            }
        }
        return small;
    }

    private static int mean(BufferedImage whole, int left, int top) {
        int[] sums = new int[3];
        for (int y = top; y < top + SCALE; y++) {
            for (int x = left; x < left + SCALE; x++) {
                int rgb = whole.getRGB(x, y);
                for (int i = 0; i < 3; i++) {
                    sums[i] += rgb >> (8 * i) & 255;
                }
            }
        }
        int of = SCALE * SCALE;
        return sums[2] / of << 16 | sums[1] / of << 8 | sums[0] / of;
    }
}
