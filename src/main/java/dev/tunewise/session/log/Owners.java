package dev.tunewise.session.log;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notes of decisions that their owner left, so that somebody else takes them over. */
public record Owners(DecisionLog log, WorkspaceDirectory directory, Consultations consultations) {
    /** Of one person; more than anybody sees to. */
    private static final int MOST = 1_000;

    /** Asks the platform, once for each of them, whether the owners of decisions are still there. `at`: when it counts as noticed. */
    public void look(List<ConversationSummary> decisions, Instant at) {
        Map<String, Optional<Boolean>> asked = new HashMap<>();
        for (ConversationSummary decision : decisions) {
            Author owner = decision.logged().followUp().owner();
            if (owner != null && !owner.id().isEmpty()) {
                asked.computeIfAbsent(
                                directory.scope(decision.address()) + owner.id(),
                                _ -> directory.left(decision.address(), owner.id()))
                        .filter(left -> left == (decision.logged().followUp().left() == null))
                        .ifPresent(left -> note(decision, owner.id(), left, at));
            }
        }
    }

    /** The platform says that somebody left a workspace, or the team or chat that is a part of one. */
    public void gone(Address place, String person, Instant at) {
        String scope = directory.scope(place);
        DecisionLog.Place where = new DecisionLog.Place(place.channel(), place.workspace(), Set.of());
        log.list(DecisionLog.Filter.of(List.of(where), MOST).ownedBy(person)).stream()
                .filter(decision -> directory.scope(decision.address()).equals(scope))
                .forEach(decision -> note(decision, person, true, at));
    }

    private void note(ConversationSummary decision, String person, boolean left, Instant at) {
        String key = String.join(":", UserInput.TimeCame.OWNER, decision.id(), person, at.toString());
        Map<String, String> details = Map.of("person", person, "left", String.valueOf(left));
        consultations.timeCame(decision.id(), key, at, UserInput.TimeCame.OWNER, details);
    }
}
