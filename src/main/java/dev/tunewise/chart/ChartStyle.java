package dev.tunewise.chart;

/**
 * How a picture looks.
 *
 * @param width width in the pixels that letters are measured in, 320 to 1600: 360 for a phone, 1200 for a page
 * @param density pixels of the PNG for each of these, 1 to 4: 2 is sharp on a phone
 */
public record ChartStyle(Theme theme, int width, int density) {
    /** For chats, where a picture is most often seen on a phone. */
    public static final ChartStyle CHAT = new ChartStyle(Theme.LIGHT, 480, 2);

    public ChartStyle {
        if (width < 320 || width > 1600) {
            throw new IllegalArgumentException("A picture is 320 to 1600 wide, found " + width);
        }
        if (density < 1 || density > 4) {
            throw new IllegalArgumentException("A density is 1 to 4, found " + density);
        }
    }

    boolean isNarrow() {
        return width < 600;
    }

    int textSize() {
        return isNarrow() ? 12 : 16;
    }
}
