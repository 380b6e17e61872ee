package dev.tunewise.web;

import dev.tunewise.web.page.FlowOffer;
import java.util.List;

/** The flows that may be started now; the first one is offered first. */
@FunctionalInterface
public interface FlowOffers {
    /** All offers; never empty while the service is ready. */
    List<FlowOffer> all();
}
