package dev.tunewise.web.page;

import java.util.List;
import java.util.Map;

/**
 * A flow as the start page offers it.
 *
 * @param title what it answers, as a question where possible
 * @param lead one or two sentences under the title
 * @param examples problems as people may describe them
 * @param verdicts name of each verdict that it can give, by id
 */
public record FlowOffer(String flow, String title, String lead, List<String> examples, Map<String, String> verdicts) {}
