package dev.tunewise.session.turn;

import java.util.List;
import java.util.Optional;

/** The flows that are served now; the answer may change from call to call, as files change. */
@FunctionalInterface
public interface ServedFlows {
    List<ServedFlow> all();

    default Optional<ServedFlow> find(String id) {
        return all().stream().filter(served -> served.flow().id().equals(id)).findFirst();
    }
}
