package dev.tunewise.advice.result;

/**
 * A section of a source, ready to show.
 *
 * @param section key of the section; empty for the whole
 * @param sectionTitle title of the section; empty for the whole
 * @param publisher who wrote or published it; may be empty
 * @param date when, ISO date or the beginning of one; may be empty
 * @param url where to read it; may be empty
 */
public record SourceReference(
        String source, String section, String title, String sectionTitle, String publisher, String date, String url) {

    private static final String OURSELVES = "Tunewise";

    /** Whether it is our own experience, which gives a reader nothing to follow. */
    public boolean isOurs() {
        return url.isEmpty() && publisher.equals(OURSELVES);
    }

    public String line() {
        return sectionTitle.isEmpty() ? title : title + ", “" + sectionTitle + "”";
    }

    /** Title with publisher and year, as far as they are known: short enough to stand behind a claim. */
    public String brief() {
        String year = date.length() < 4 ? "" : date.substring(0, 4);
        return joined(title, year);
    }

    /** Publisher, title, section and date, as far as they are known. */
    public String full() {
        return joined(line(), date);
    }

    private String joined(String name, String time) {
        String origin = (publisher + " " + time).strip();
        return origin.isEmpty() ? name : name + ", " + origin;
    }
}
