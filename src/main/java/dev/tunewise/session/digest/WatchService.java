package dev.tunewise.session.digest;

import dev.tunewise.conversation.answer.RenderedAdvice.Bearing;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.wording.WatchReplies;
import dev.tunewise.conversation.wording.WatchReplies.Figures;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.EngineRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes decisions again, a few at a time, after prices or a flow changed, and has threads told where they moved: once, and of one room at most one
 * a day. What the log holds is what was told last, so nothing is told twice whenever it is run; what was looked at is noted, so that a restart goes on
 * where it stopped. One thread at a time.
 */
public final class WatchService {
    private static final BigDecimal USUAL_SHARE = BigDecimal.valueOf(20);

    private final DecisionLog log;
    private final ConversationStore store;
    private final EngineRegistry machines;
    private final TeamSettings settings;
    private final WatchedRooms rooms;
    private final Consultations consultations;
    private final WatchReplies replies;
    private final BiConsumer<String, RuntimeException> failed;
    private String edition = "";
    private String cursor = "";
    private @Nullable LocalDate rests;
    private boolean left;

    /**
     * @param rooms which of them may be told something today
     * @param failed told of a consultation that could not be computed again; the others are
     */
    public WatchService(
            DecisionLog log,
            ConversationStore store,
            EngineRegistry machines,
            TeamSettings settings,
            WatchedRooms rooms,
            Consultations consultations,
            WatchReplies replies,
            BiConsumer<String, RuntimeException> failed) {
        this.log = log;
        this.store = store;
        this.machines = machines;
        this.settings = settings;
        this.rooms = rooms;
        this.consultations = consultations;
        this.replies = replies;
        this.failed = failed;
    }

    /**
     * Looks at the next few decisions; after the last one it rests until prices or a flow change. Where a room was told enough today, it looks again
     * tomorrow.
     *
     * @param current names the prices and flows that are in use, in at most 40 characters
     * @param limit at most so many
     * @return how many were looked at; 0 when it rests
     */
    public int look(String current, Instant now, int limit) {
        if (!current.equals(edition)) {
            edition = current;
            cursor = "";
            rests = null;
            left = false;
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (rests != null && today.isBefore(rests)) {
            return 0;
        }
        List<ConversationSummary> some = log.unwatched(current, cursor, limit);
        List<String> settled = new ArrayList<>();
        for (ConversationSummary decision : some) {
            consultations.letTurnsPass();
            try {
                if (isSettled(decision, now)) {
                    settled.add(decision.id());
                }
            } catch (RuntimeException e) {
                failed.accept(decision.id(), e);
            }
        }
        log.watched(settled, current);
        cursor = some.size() < limit ? "" : some.getLast().id();
        if (cursor.isEmpty()) {
            rests = left ? today.plusDays(1) : LocalDate.MAX;
            left = false;
        }
        return some.size();
    }

    /** Looks at one, and has it told where it moved; says whether that is all that there is to do about it. */
    private boolean isSettled(ConversationSummary told, Instant now) {
        Optional<ConversationEngine> machine = machines.machine(told.flow());
        Optional<BigDecimal> share = share(told.address());
        if (machine.isEmpty() || share.isEmpty()) {
            return false;
        }
        if (current(told.logged().footing(), machine.get())) {
            return true;
        }
        List<Entry> entries = store.entries(List.of(told.id())).getOrDefault(told.id(), List.of());
        if (entries.isEmpty()) {
            return false;
        }
        ConversationState state = machine.get().state(entries);
        if (!DecisionChange.of(told, machine.get().compared(state), share.get())) {
            return true;
        }
        if (!rooms.mayTell(told, now)) {
            left = true;
            return false;
        }
        tell(told, machine.get(), machine.get().bearing(state), now);
        return true;
    }

    private void tell(ConversationSummary told, ConversationEngine machine, Optional<Bearing> fresh, Instant at) {
        LoggedDecision.Footing footing = told.logged().footing();
        String stays = fresh.filter(now -> DecisionChange.isSameAnswer(told, now))
                .map(Bearing::headline)
                .orElse("");
        boolean alone = !stays.isEmpty();
        String before = replies.figures(
                alone ? "" : told.headline(),
                footing == null
                        ? new Figures("", told.logged().gain(), "", null)
                        : new Figures(
                                footing.option(), told.logged().gain(), footing.breakEvenOf(), footing.breakEven()));
        String now = fresh.map(each -> replies.figures(
                        alone ? "" : each.headline(),
                        new Figures(each.option(), each.gain(), each.breakEvenOf(), each.breakEven())))
                .orElseGet(replies::open);
        String cause = replies.cause(
                footing != null && !footing.prices().equals(machine.prices()),
                footing != null && !footing.flow().equals(fingerprint(machine)));
        Map<String, String> details = Map.of("cause", cause, "before", before, "now", now, "stays", stays);
        // Two replicas that look at once name the event alike, so it is taken once.
        String key = "watch:" + told.id() + ":" + told.updatedAt().toEpochMilli();
        consultations.timeCame(told.id(), key, at, UserInput.TimeCame.WATCH, details);
    }

    /** Whether a decision was calculated with what is in use, so that nothing can have moved. */
    private static boolean current(LoggedDecision.@Nullable Footing footing, ConversationEngine machine) {
        return footing != null
                && footing.prices().equals(machine.prices())
                && footing.flow().equals(fingerprint(machine));
    }

    private static String fingerprint(ConversationEngine machine) {
        return machine.flow().fingerprint();
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
}
