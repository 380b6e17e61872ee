package dev.tunewise.session.digest;

import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Has the threads of stalled consultations reminded, each once, where their room chose so. */
public record ReminderService(TeamSettings settings, DecisionLog log, Consultations consultations) {
    private static final int AT_ONCE = 20;

    /** Reminds of what has rested long enough by now. */
    public void remind(Instant now) {
        for (Address room : settings.places(TeamSettings.Name.REMINDER)) {
            settings.ofRoom(room, TeamSettings.Name.REMINDER)
                    .filter(choice -> !settings.away(room)
                            && !choice.off()
                            && choice.value().matches("\\d{1,2} days?"))
                    .ifPresent(choice -> remind(room, choice.value(), now));
        }
    }

    private void remind(Address room, String time, Instant now) {
        Duration patience = Duration.ofDays(Long.parseLong(time.replaceAll("\\D", "")));
        for (ConversationSummary stalled : log.stalled(room, now.minus(patience), AT_ONCE)) {
            long days = ChronoUnit.DAYS.between(stalled.updatedAt(), now);
            String rested = days + (days == 1 ? " day" : " days");
            // Two replicas that look at once name the event alike, so it is taken once.
            String key = "reminder:" + stalled.id() + ":" + stalled.updatedAt().toEpochMilli();
            consultations.timeCame(stalled.id(), key, now, UserInput.TimeCame.REMINDER, Map.of("days", rested));
        }
    }
}
