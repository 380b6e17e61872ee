package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.SummaryWish;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.StateCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What team channels and those who ask for summaries are told after a turn. */
record SummaryPosts(ConversationStore store, SummaryRouter summaries) {

    /** The posts that follow those of the turn itself. */
    List<Post> after(ConversationEngine machine, StateCache.Fold fold, InboundEvent inbound, TurnResult step) {
        boolean concludes = has(step, Change.Concluded.class);
        boolean retells = concludes || has(step, Change.Withdrawn.class) || has(step, Change.FollowedUp.class);
        if (step.summary() == SummaryWish.NONE && !retells) {
            return List.of();
        }
        String id = fold.head().id();
        Address address =
                store.find(id).map(Conversation::address).orElse(fold.head().address());
        boolean told = retells && told(id);
        List<Post> posts = new ArrayList<>();
        if (first(fold, step) && summaries.broadcastsApart(address) || retells && broadcast(id)) {
            posts.add(summaries.broadcast(id, address, machine, step.after()));
        }
        if (step.summary() == SummaryWish.PREVIEW) {
            preview(machine, inbound, step, summaries.channel(address).isPresent(), summaries.reachable(id, address))
                    .ifPresent(posts::add);
        }
        if (step.summary() == SummaryWish.POST || concludes || told) {
            Optional<Post> summary = summaries.post(id, address, machine, step.after());
            if (step.summary() == SummaryWish.POST && summaries.reachable(id, address)) {
                posts.add(alone(inbound, machine.summaries().where(summary.isPresent())));
            }
            summary.ifPresent(posts::add);
        }
        if (told) {
            machine.summaries()
                    .retraction(fold.state(), step.after())
                    .flatMap(text -> summaries.note(
                            id, address, "summary-change:" + fold.state().entries(), text))
                    .ifPresent(posts::add);
        }
        return posts;
    }

    /** The posts of the turn itself; the first answer is shown to the whole room where that was chosen. */
    List<Post> placed(StateCache.Fold fold, TurnResult step) {
        return first(fold, step) && summaries.broadcasts(fold.head().address())
                ? step.posts().stream()
                        .map(post -> post.key().equals(ThreadState.ANSWER)
                                ? new Post(post.key(), new Post.Thread(true), post.blocks(), post.plain())
                                : post)
                        .toList()
                : step.posts();
    }

    private static boolean first(StateCache.Fold fold, TurnResult step) {
        return has(step, Change.Concluded.class)
                && fold.state().shown().lastAnswer().isEmpty();
    }

    private boolean broadcast(String conversation) {
        return store.posts(conversation).stream()
                .anyMatch(kept -> kept.post().key().equals(SummaryRouter.BROADCAST));
    }

    private static boolean has(TurnResult step, Class<? extends Change> kind) {
        return step.changes().stream().anyMatch(kind::isInstance);
    }

    /** Whether a team channel was told of this consultation. */
    private boolean told(String conversation) {
        return store.posts(conversation).stream()
                .anyMatch(kept -> kept.post().key().startsWith(SummaryRouter.KEY)
                        && kept.post().place() instanceof Post.Elsewhere);
    }

    private static Optional<Post> preview(
            ConversationEngine machine, InboundEvent inbound, TurnResult step, boolean chosen, boolean reachable) {
        if (!reachable) {
            return Optional.empty();
        }
        if (!chosen) {
            return Optional.of(alone(inbound, machine.summaries().where(false)));
        }
        List<Block> blocks = machine.summaries().offer(step.after());
        String plain = blocks.getFirst() instanceof Block.Paragraph(Text text) ? text.characters() : "";
        return Optional.of(new Post("preview:" + inbound.key(), new Post.Thread(), blocks, plain));
    }

    /** Who asked for a summary is told where it goes, alone: the others need not know. */
    private static Post alone(InboundEvent inbound, Text text) {
        return new Post(
                SummaryRouter.KEY + inbound.key(),
                new Post.Private(inbound.author().id()),
                List.of(new Block.Paragraph(text)),
                text.characters());
    }
}
