package dev.tunewise.advice.result;

/**
 * A section of a source, ready to show.
 *
 * @param source id of the source
 * @param section key of the section; empty for the whole
 * @param title title of the source
 * @param sectionTitle title of the section; empty for the whole
 * @param url where to read it; may be empty
 */
public record SourceReference(String source, String section, String title, String sectionTitle, String url) {

    /** Title and section in one line. */
    public String line() {
        return sectionTitle.isEmpty() ? title : title + ", “" + sectionTitle + "”";
    }
}
