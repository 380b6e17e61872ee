package dev.tunewise.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.price.PriceFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

final class CostChartsTest {
    private static final Estimator ESTIMATOR = new Estimator(PriceFiles.shipped());

    static Stream<ChartStyle> looks() {
        return Stream.of(
                new ChartStyle(Theme.LIGHT, 360, 2),
                new ChartStyle(Theme.DARK, 360, 2),
                new ChartStyle(Theme.LIGHT, 1200, 1),
                new ChartStyle(Theme.DARK, 1200, 1));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void drawsEveryPictureInEveryLook(ChartStyle look) throws Exception {
        List<CostCase> cases = List.of(
                fintech(),
                fintech().with("calls_per_day", 3.0),
                fintech().with("calls_per_day", null),
                fintech().with("must_self_host", true));
        // Each case in a narrow and in a wide picture, and both looks of each width with two of the cases.
        boolean even = (look.theme() == Theme.LIGHT) == (look.width() > 500);
        for (CostCase facts : even ? cases.subList(0, 2) : cases.subList(2, 4)) {
            for (Picture picture : pictures(facts, look)) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
                assertEquals(look.width() * look.density(), image.getWidth(), picture.title());
                assertEquals(
                        look.theme().background().getRGB(), image.getRGB(0, 0), "background of " + picture.title());
                assertTrue(inked(image, look) > 0.01, picture.title() + " is empty");
                Element svg = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(picture.svg().getBytes(UTF_8)))
                        .getDocumentElement();
                assertEquals("svg", svg.getTagName());
                assertEquals("img", svg.getAttribute("role"));
                assertEquals(
                        picture.title(),
                        svg.getElementsByTagName("title").item(0).getTextContent());
                assertEquals(
                        picture.alternativeText(),
                        svg.getElementsByTagName("desc").item(0).getTextContent());
            }
        }
    }

    @Test
    void nothingTouchesTheEdges() throws Exception {
        for (ChartStyle look : looks().toList()) {
            for (Picture picture : pictures(fintech(), look)) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
                int background = look.theme().background().getRGB();
                for (int y = 0; y < image.getHeight(); y++) {
                    assertEquals(background, image.getRGB(0, y), picture.title() + " is cut off on the left");
                    assertEquals(
                            background,
                            image.getRGB(image.getWidth() - 1, y),
                            picture.title() + " is cut off on the right");
                }
                for (int x = 0; x < image.getWidth(); x++) {
                    assertEquals(
                            background, image.getRGB(x, image.getHeight() - 1), picture.title() + " is cut off below");
                }
            }
        }
    }

    @Test
    void drawsTheSameBytesAgain() {
        ChartStyle look = ChartStyle.CHAT;
        List<Picture> once = pictures(fintech(), look);
        List<Picture> again = pictures(fintech(), look);
        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(once.get(i).png(), again.get(i).png());
            assertEquals(once.get(i).svg(), again.get(i).svg());
        }
    }

    @Test
    void saysInWordsWhatThePicturesShow() {
        List<Picture> pictures = pictures(fintech(), ChartStyle.CHAT);
        String volume = pictures.getFirst().alternativeText();
        assertTrue(
                volume.startsWith("Line chart, in percent of what today's way costs; calls on a logarithmic axis."
                        + " 12-month cost, by calls a day, from 100 to 10k."
                        + " At 1,643 calls a day: As today $54.7k;"),
                volume);
        assertTrue(volume.contains("Tuned Nova 2 Lite, AWS Bedrock $50.2k (cheaper from 1,099 calls a day)"), volume);
        assertFalse(volume.contains("Fireworks by the token"), "tuned models cannot be bought there by the token");
        String cumulative = pictures.get(1).alternativeText();
        assertTrue(
                cumulative.contains("$12k at the start, $50.2k after 12 months, paid back in 8.8 months"), cumulative);
        // 12 months × 800 / (800 + 54,671 - 54,111)
        assertTrue(
                cumulative.contains("$800 at the start, $54.1k after 12 months, paid back in 7.1 months"), cumulative);
        String payback = pictures.get(2).alternativeText();
        assertTrue(payback.contains("of the simulated cases within 12 months"), payback);
    }

    @Test
    void marksAVolumeThatIsOnlyAssumed() {
        Estimate estimate = ESTIMATOR.estimate(fintech().with("calls_per_day", null));
        Picture picture = new VolumeChart(estimate, ESTIMATOR.curves(estimate.facts()), ChartStyle.CHAT).picture();
        assertTrue(picture.alternativeText().contains("At 10,000 calls a day (assumed)"), picture.alternativeText());
        assertTrue(picture.svg().contains("10,000 calls a day, assumed"));
    }

    @Test
    void drawsNoPaybacksWithoutASimulation() {
        assertTrue(
                PaybackChart.of(ESTIMATOR.estimate(fintech()), ChartStyle.CHAT).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesStandOutFromTheirBackground(Theme theme) {
        for (int index = 0; index < 5; index++) {
            double contrast = contrast(theme.line(index), theme.background());
            assertTrue(contrast >= 3, theme + " line " + index + " has a contrast of " + contrast);
        }
        assertTrue(contrast(theme.ink(), theme.background()) >= 7);
    }

    @Test
    void refusesASizeNobodyCanRead() {
        assertThrows(IllegalArgumentException.class, () -> new ChartStyle(Theme.LIGHT, 100, 1));
        assertThrows(IllegalArgumentException.class, () -> new ChartStyle(Theme.LIGHT, 400, 9));
        assertFalse(new ChartStyle(Theme.DARK, 600, 1).isNarrow());
    }

    private static List<Picture> pictures(CostCase facts, ChartStyle look) {
        Estimate estimate = ESTIMATOR.simulate(facts, new SimulationSettings(2000, 5, false));
        return Stream.concat(
                        Stream.of(
                                new VolumeChart(estimate, ESTIMATOR.curves(facts), look).picture(),
                                new CumulativeChart(estimate, look).picture()),
                        PaybackChart.of(estimate, look).map(PaybackChart::picture).stream())
                .toList();
    }

    /** Share of pixels that are not background. */
    private static double inked(BufferedImage image, ChartStyle look) {
        int background = look.theme().background().getRGB();
        long inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inked += image.getRGB(x, y) == background ? 0 : 1;
            }
        }
        return inked / (double) (image.getWidth() * image.getHeight());
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static CostCase fintech() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("problems", List.of("wrong-labels"));
        facts.put("task", "classification");
        facts.put("prompt_work", List.of("instructions", "few-shot", "structured-output"));
        facts.put("stronger_model", "falls-short");
        facts.put("system_prompt_tokens", 900.0);
        facts.put("eval_items", 400.0);
        facts.put("quality_now", 90.0);
        facts.put("quality_target", 96.0);
        facts.put("examples", 2000.0);
        facts.put("labels", "verified");
        facts.put("calls_per_day", 1643.0);
        facts.put("input_tokens", 300.0);
        facts.put("output_tokens", 12.0);
        facts.put("model", "claude-opus-4-7");
        facts.put("error_cost", 0.9);
        facts.put("runs_gpus", false);
        return CostCase.from(facts, LocalDate.of(2026, 11, 20), Parameters.shipped());
    }
}
