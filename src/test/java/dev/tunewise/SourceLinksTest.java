package dev.tunewise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Source;
import dev.tunewise.flowfile.FlowFolders;
import dev.tunewise.testing.ReadFlows;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A source that people are sent to has a title, and a link to the very page: encrypted, without tracking, no search and no front page. */
class SourceLinksTest {
    private static final Pattern DATE = Pattern.compile("|\\d{4}(-\\d{2}(-\\d{2})?)?");

    @Test
    void leadToThePageThatIsMeant() {
        List<String> faults = new ArrayList<>();
        for (Path folder : FlowFolders.at(Path.of("conversation-flows"))) {
            ReadFlows.loaded(folder)
                    .flow()
                    .sources()
                    .values()
                    .forEach(source -> check(folder.getFileName() + "/" + source.id(), source, faults));
        }
        assertEquals(List.of(), faults);
    }

    private static void check(String name, Source source, List<String> faults) {
        if (source.title().isBlank() || !DATE.matcher(source.date()).matches()) {
            faults.add(name + ": title “" + source.title() + "”, date “" + source.date() + "”");
        }
        if (source.url().isEmpty()) {
            return;
        }
        URI url = URI.create(source.url());
        boolean page = url.getPath() != null
                && url.getPath().length() > 1
                && !url.getPath().equals("/papers");
        if (!"https".equals(url.getScheme())
                || !page
                || url.getQuery() != null
                || source.publisher().isBlank()) {
            faults.add(name + ": " + source.url() + " by “" + source.publisher() + "”");
        }
    }
}
