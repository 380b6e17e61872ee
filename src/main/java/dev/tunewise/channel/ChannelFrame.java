package dev.tunewise.channel;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.followup.FollowUpPhrases;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.CommandService;
import dev.tunewise.session.command.FlowChoice;
import dev.tunewise.session.command.FlowName;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.command.SettingsService;
import dev.tunewise.session.inbox.Inbox;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.inbox.RequestDeferred;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.quota.Quotas;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.ServedFlows;
import dev.tunewise.session.turn.SummaryRouter;
import dev.tunewise.session.turn.ThreadLinks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the receiving side of a chat platform's adapter works with.
 *
 * @param forget deletes what belongs to a workspace, room or person
 * @param directory what the platforms know about rooms and people
 */
@Singleton
public record ChannelFrame(
        Consultations consultations,
        ConversationStore store,
        SummaryRouter summaries,
        TeamSettings settings,
        ForgetService forget,
        WorkspaceDirectory directory,
        LogService log,
        Inbox inbox,
        ProcessId process,
        Quotas quotas,
        ServedFlows flows,
        CommandReplies notices) {
    /** What carries out the commands of a platform. */
    public CommandService desk(ThreadLinks links, String flow) {
        return new CommandService(
                consultations,
                store,
                summaries,
                new SettingsService(settings, directory, notices),
                forget,
                log,
                links,
                notices,
                new FlowChoice(
                        flow,
                        () -> flows.all().stream()
                                .map(served -> FlowName.of(served.flow()))
                                .toList()));
    }

    /** What follows edits and deletions. */
    public MessageChanges changes() {
        return new MessageChanges(consultations, store, log, forget, settings);
    }

    /**
     * What works off the requests of a platform.
     *
     * @param channel the platform, as in {@link Address#channel()}
     * @param queue requests waiting in memory or in work at most
     * @param concurrency requests in work at most
     */
    public InboxWorker worker(String channel, int queue, int concurrency, Executor executor, Consumer<String> work) {
        return new InboxWorker(
                channel,
                inbox,
                new InboxWorker.Ways(work, new WorkFailures(channel), executor),
                new InboxWorker.Limits(process.id(), queue, concurrency));
    }

    /** Lets somebody do something, or throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    public void admit(Address place, String key, String person, boolean opens) {
        quotas.check(Quotas.Kind.TURN, key, place, person);
        if (opens) {
            quotas.check(Quotas.Kind.OPENING, key, place, person);
        }
    }

    /**
     * The consultation of a thread. People see a card before we learn its thread: the platform's answer may be slow, or lost with a process that
     * died. What they write under it must not be taken for talk of others, so it is tried again until the thread is known.
     *
     * @param maybeOurs whether a card that may have been shown could be the root of the thread
     */
    public static <T> Optional<T> here(Supplier<Optional<T>> look, BooleanSupplier maybeOurs) {
        Optional<T> here = look.get();
        if (here.isEmpty()) {
            boolean maybe = maybeOurs.getAsBoolean();
            // It may have become known between the first look and the question, and then no card waits for its thread
            // any more.
            here = look.get();
            if (here.isEmpty() && maybe) {
                throw new RequestDeferred("the thread of a card that may have been posted");
            }
        }
        return here;
    }

    /** What was typed, or the command that it is when it makes somebody the owner who is mentioned in it. */
    public static UserInput said(String text, List<Author> mentioned, boolean addressed) {
        return FollowUpPhrases.owner(text, mentioned)
                .<UserInput>map(UserInput.Clicked::new)
                .orElseGet(() -> new UserInput.Said(text, addressed));
    }

    public Optional<ConversationSummary> find(String conversation) {
        return store.digest(conversation);
    }

    /** The consultation of a room without threads that changed last, whether it is decided or not. */
    public Optional<ConversationSummary> latest(Address room) {
        return store.ofRoom(room, 1).stream().findFirst();
    }

    public Optional<Post> newest(String conversation, String key) {
        return posts(conversation).stream()
                .filter(post -> post.key().equals(key))
                .reduce((_, later) -> later);
    }

    /** The newest post whose key begins so, for places that hold no long keys. */
    public Optional<Post> newestBeginning(String conversation, String key) {
        return posts(conversation).stream()
                .filter(post -> post.key().startsWith(key))
                .reduce((_, later) -> later);
    }

    public Optional<PostedForm> form(String conversation) {
        return PostedForm.last(posts(conversation));
    }

    private List<Post> posts(String conversation) {
        return consultations.posts(conversation).stream()
                .map(ConversationStore.Kept::post)
                .toList();
    }

    /** A form and the post that it stands in. */
    public record PostedForm(String post, Block.Form form) {
        public static Optional<PostedForm> last(List<Post> posts) {
            return posts.stream()
                    .flatMap(post -> Block.of(Block.Form.class, post.blocks().stream())
                            .map(form -> new PostedForm(post.key(), form)))
                    .reduce((_, later) -> later);
        }
    }
}
