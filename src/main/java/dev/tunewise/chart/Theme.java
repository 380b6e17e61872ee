package dev.tunewise.chart;

import java.awt.Color;
import java.util.List;

/** Colours of a picture, after Okabe and Ito, which people with any kind of colour vision tell apart. */
public enum Theme {
    LIGHT(
            new Color(0xFFFFFF),
            new Color(0x1F2328),
            new Color(0xE3E7EB),
            List.of(
                    new Color(0x1F2328),
                    new Color(0xD55E00),
                    new Color(0x0072B2),
                    new Color(0x009E73),
                    new Color(0xB2579B),
                    new Color(0x7A5C00))),
    DARK(
            new Color(0x16191D),
            new Color(0xF0F3F6),
            new Color(0x2E343B),
            List.of(
                    new Color(0xF0F3F6),
                    new Color(0xE69F00),
                    new Color(0x56B4E9),
                    new Color(0x00B887),
                    new Color(0xDE95C4),
                    new Color(0xD9D04F)));

    private final Color background;
    private final Color ink;
    private final Color grid;
    private final List<Color> lines;

    Theme(Color background, Color ink, Color grid, List<Color> lines) {
        this.background = background;
        this.ink = ink;
        this.grid = grid;
        this.lines = lines;
    }

    Color background() {
        return background;
    }

    Color ink() {
        return ink;
    }

    Color grid() {
        return grid;
    }

    Color line(int index) {
        return lines.get(index % lines.size());
    }
}
