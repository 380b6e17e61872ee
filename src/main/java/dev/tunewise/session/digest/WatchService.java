package dev.tunewise.session.digest;

import dev.tunewise.conversation.followup.ConversationOutline;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.InboundEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes decisions anew, a few at a time, after prices or a flow changed, and has threads told where they moved: once, and of one room at most one
 * a day. What the log holds is what was told last, so nothing is told twice whenever it is run. One thread at a time.
 */
public final class WatchService {
    private static final BigDecimal USUAL_SHARE = BigDecimal.valueOf(20);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Amounts below that are nothing to tell of, whatever their share. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    private final DecisionLog log;
    private final ConversationStore store;
    private final EngineRegistry machines;
    private final TeamSettings settings;
    private final Announcements announcements;
    private final Consultations consultations;
    private final WatchReplies replies;
    private String edition = "";
    private String cursor = "";
    private boolean passed;
    private boolean left;

    public WatchService(
            DecisionLog log,
            ConversationStore store,
            EngineRegistry machines,
            TeamSettings settings,
            Announcements announcements,
            Consultations consultations,
            WatchReplies replies) {
        this.log = log;
        this.store = store;
        this.machines = machines;
        this.settings = settings;
        this.announcements = announcements;
        this.consultations = consultations;
        this.replies = replies;
    }

    /**
     * Looks at the next few decisions; after the last one it rests until prices or a flow change, or a room that was told enough today may be told
     * more.
     *
     * @param current names the prices and flows that are in use
     * @param limit at most so many
     * @return how many were looked at
     */
    public int look(String current, Instant now, int limit) {
        if (!current.equals(edition)) {
            edition = current;
            cursor = "";
            passed = false;
        }
        if (passed) {
            return 0;
        }
        List<ConversationSummary> some = log.standing(cursor, limit);
        some.forEach(decision -> look(decision, now));
        if (some.size() < limit) {
            passed = !left;
            left = false;
            cursor = "";
        } else {
            cursor = some.getLast().id();
        }
        return some.size();
    }

    private void look(ConversationSummary told, Instant now) {
        Optional<BigDecimal> share = share(told.address());
        Optional<Conversation> found = share.isEmpty() ? Optional.empty() : store.find(told.id());
        Optional<ConversationEngine> machine = found.flatMap(each -> machines.machine(each.flow()));
        if (machine.isEmpty()) {
            return;
        }
        ConversationState state = machine.get().state(found.get().entries());
        ConversationOutline fresh = machine.get().outline(state);
        LoggedDecision before = told.logged();
        LoggedDecision after = fresh.logged();
        boolean moved = moved(gain(before), gain(after), share.get())
                || moved(before.breakEven(), after.breakEven(), share.get());
        if (!moved) {
            return;
        }
        Address room = told.address();
        String today = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String day = String.join("/", "watch:" + room.channel(), room.workspace(), room.room(), today);
        if (!announcements.make(day, now, "", List.of())) {
            left = true;
            return;
        }
        boolean flowChanged =
                !state.shown().edition().equals(machine.get().flow().fingerprint());
        UserInput input = new UserInput.TimeCame(
                UserInput.TimeCame.WATCH,
                Map.of(
                        "cause", replies.cause(flowChanged),
                        "before", replies.figures(told.headline(), before),
                        "now", replies.figures(fresh.headline(), after)));
        String key = "watch:" + told.id() + ":" + today;
        consultations.take(told.id(), new InboundEvent(key, Author.SERVICE, now, "", input));
    }

    /** From which share on a room wants to be told; empty for never. */
    private Optional<BigDecimal> share(Address room) {
        Optional<Choice> choice = settings.ofRoom(room, TeamSettings.Name.WATCH);
        if (choice.isEmpty()) {
            return Optional.of(USUAL_SHARE);
        }
        return choice.filter(each -> !each.off() && each.value().matches("\\d{1,3} %"))
                .map(each -> new BigDecimal(each.value().replace(" %", "")));
    }

    private static @Nullable BigDecimal gain(LoggedDecision logged) {
        return logged.gain() == null ? null : logged.gain().likely();
    }

    private static boolean moved(@Nullable BigDecimal before, @Nullable BigDecimal after, BigDecimal share) {
        if (before == null || after == null) {
            return false;
        }
        BigDecimal by = after.subtract(before).abs();
        return by.compareTo(LEAST) > 0
                && by.multiply(HUNDRED).compareTo(before.abs().multiply(share)) > 0;
    }
}
