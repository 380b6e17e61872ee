package dev.tunewise.api;

import java.util.List;
import java.util.Optional;

/** The flows that are served now; the answer may change from call to call, as files change. */
@FunctionalInterface
public interface ServedFlows {
    /** All of them. */
    List<Served> all();

    /** The flow with this id. */
    default Optional<Served> find(String id) {
        return all().stream().filter(served -> served.flow().id().equals(id)).findFirst();
    }
}
