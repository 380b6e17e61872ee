package dev.tunewise.app.session;

import dev.tunewise.storage.sql.SearchIndex;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down the words of decisions that an older version or an older key left, once for each key. */
final class SearchWordsJob implements BiConsumer<Instant, BooleanSupplier> {
    private static final Logger LOG = LoggerFactory.getLogger(SearchWordsJob.class);

    private final SearchIndex index;
    private String settled = "";

    SearchWordsJob(SearchIndex index) {
        this.index = index;
    }

    @Override
    public void accept(Instant now, BooleanSupplier goesOn) {
        String mark = index.mark();
        if (mark.equals(settled)) {
            return;
        }
        long changed = index.run(goesOn);
        if (changed > 0) {
            LOG.info("The words of {} decisions were written down for the search of the log", changed);
        } else if (goesOn.getAsBoolean()) {
            // Only once a whole round found nothing: another process may still have worked with the key of before.
            settled = mark;
        }
    }
}
