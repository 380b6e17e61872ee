package dev.tunewise.record;

import dev.tunewise.advice.Advice;
import dev.tunewise.advice.CostView;
import dev.tunewise.advice.Outlook;
import java.util.Optional;

/**
 * A decision with all that belongs to it.
 *
 * @param origin what it is made from
 * @param advice what follows
 * @param outlook what would change it
 * @param cost the comparison of costs, where the answers are enough for one
 */
public record DecisionRecord(Origin origin, Advice advice, Outlook outlook, Optional<CostView> cost) {}
