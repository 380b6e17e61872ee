package dev.tunewise.web;

import java.util.List;

/** The flows that may be started now; the first one is offered first. */
@FunctionalInterface
public interface Offers {
    /** All offers; never empty while the service is ready. */
    List<Offer> all();
}
