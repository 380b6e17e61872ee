package dev.tunewise.session.log;

import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.wording.LogReplies;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The rooms of decisions as those read them who may see the decisions: by the names that people use, each asked for once. Not for use by several
 * threads.
 */
public final class LoggedRooms {
    private final WorkspaceDirectory directory;
    private final LogReplies words;
    private final Map<String, String> names = new HashMap<>();

    public LoggedRooms(WorkspaceDirectory directory, LogReplies words) {
        this.directory = directory;
        this.words = words;
    }

    /** What people call a room; empty on this machine, and where the platform does not say. */
    public String name(Address room) {
        return names.computeIfAbsent(key(room), _ -> {
            String name = directory.name(room);
            RoomFacts facts = directory.room(room);
            return name.isEmpty() && facts.known() && !facts.open()
                    ? words.wording().plain("log-room-private")
                    : name;
        });
    }

    /** Why a review cannot be asked for now, or whatever else falls due; empty where it can, or where nothing falls due any more. */
    public String unasked(ConversationSummary decision) {
        LoggedDecision logged = decision.logged();
        if (logged.status() == Status.STOPPED || logged.status() == Status.SUPERSEDED) {
            return "";
        }
        boolean review = logged.followUp().review() != null;
        return switch (directory.room(decision.address()).posts()) {
            case TAKEN -> "";
            case ARCHIVED -> words.wording().plain(review ? "log-review-archived" : "log-waits-archived");
            case NOT_THERE -> words.wording().plain(review ? "log-review-not-there" : "log-waits-not-there");
        };
    }

    /** Names a room where its id is nobody's business. */
    public static String key(Address room) {
        String whole = String.join("/", room.channel(), room.workspace(), room.room());
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
