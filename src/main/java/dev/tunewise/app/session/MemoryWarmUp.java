package dev.tunewise.app.session;

import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.wording.DigestReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.digest.DigestComposer;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.store.DecisionLog.Filter;
import dev.tunewise.session.store.DecisionLog.Place;
import dev.tunewise.session.turn.EngineRegistry;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Looks through the log and puts a digest together that nobody gets, so that the first who asks finds both warm. No platform is asked. */
@Singleton
record MemoryWarmUp(DecisionLog log, ConversationStore store, EngineRegistry machines, TeamSettings settings) {
    private static final int LISTED = 50;

    void run() {
        log.list(Filter.of(List.of(Place.EVERYWHERE), 1)).forEach(this::look);
    }

    /** Around the newest change, so that the digest has something to tell. */
    private void look(ConversationSummary last) {
        Address newest = last.address();
        Filter around = Filter.of(List.of(new Place(newest.channel(), newest.workspace(), Set.of())), LISTED);
        log.page(around.standing(Set.of(Status.DECIDED)));
        log.page(around.about(last.title()));
        WorkspaceDirectory nobody = WorkspaceDirectory.local();
        TeamSettings known = new TeamSettings(settings.settings(), nobody, settings.audit());
        SummaryRouter summaries = new SummaryRouter(known, nobody, ThreadLinks.none(), "");
        Instant until = last.updatedAt().plusSeconds(1);
        new DigestComposer(log, store, machines, summaries, ThreadLinks.none(), new DigestReplies(Messages.english()))
                .of(newest, until.minus(Duration.ofDays(7)), until, ZoneOffset.UTC);
    }
}
