package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.followup.SummaryWriter;
import dev.tunewise.conversation.followup.SummaryWriter.Standing;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.SummaryWish;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.StateCache;
import java.util.ArrayList;
import java.util.List;

/** What team channels and those who ask for summaries are told after a turn. */
record SummaryPosts(ConversationStore store, SummaryRouter summaries) {
    /** The posts that follow those of the turn itself. */
    List<Post> after(ConversationEngine machine, StateCache.Fold fold, InboundEvent inbound, TurnResult step) {
        boolean concludes = has(step, Change.Concluded.class);
        boolean retells = concludes
                || has(step, Change.Withdrawn.class)
                || has(step, Change.FollowedUp.class)
                || has(step, Change.Undone.class)
                || has(step, Change.Titled.class);
        if (step.summary() == SummaryWish.NONE && !retells) {
            return List.of();
        }
        String id = fold.head().id();
        Address address = store.address(id).orElse(fold.head().address());
        summaries.lookAgain(address);
        boolean told = retells && store.told(id, key -> key.startsWith(SummaryRouter.KEY));
        List<Post> posts = new ArrayList<>();
        if (first(fold, step) && summaries.broadcastsApart(address)
                || retells && store.told(id, SummaryRouter.BROADCAST::equals)) {
            posts.add(summaries.broadcast(id, address, machine, step.after()));
        }
        if (step.summary() != SummaryWish.NONE) {
            posts.add(asked(machine.summaries(), id, address, inbound, step));
        }
        if (step.summary() == SummaryWish.POST && step.after().concluded().isPresent() || concludes || told) {
            summaries.post(id, address, machine, step.after()).ifPresent(posts::add);
        }
        if (told) {
            String key = "summary-change:" + fold.state().entries();
            summaries
                    .note(id, address, key, costs -> machine.summaries().retraction(fold.state(), step.after(), costs))
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

    private static boolean has(TurnResult step, Class<? extends Change> kind) {
        return step.changes().stream().anyMatch(kind::isInstance);
    }

    /** Who asked for a summary is told what it says or where it goes, alone: the others need not know. */
    private Post asked(SummaryWriter teller, String id, Address address, InboundEvent inbound, TurnResult step) {
        boolean decided = step.after().concluded().isPresent();
        boolean posts = step.summary() == SummaryWish.POST;
        Standing standing = standing(teller, id, address, decided, posts);
        Post.Private place = new Post.Private(inbound.author().id());
        if (posts) {
            Text text = standing.said();
            return new Post(
                    SummaryRouter.KEY + inbound.key(), place, List.of(new Block.Paragraph(text)), text.characters());
        }
        SummaryCard.Told told =
                teller.preview(step.after(), summaries.tellsCosts(address) && summaries.showsCosts(address), standing);
        return new Post("preview:" + inbound.key(), place, told.blocks(), told.plain());
    }

    /** Where the summary stands; one that is being posted now is as good as there. */
    private Standing standing(SummaryWriter teller, String id, Address address, boolean decided, boolean posts) {
        String channel = summaries.channel(address).orElse("");
        if (channel.isEmpty()) {
            return summaries.reachable(id, address)
                    ? summaries.nowhere(address, teller)
                    : teller.standing("summary-here-only");
        }
        if (!decided) {
            return teller.standing("summary-nothing-yet");
        }
        if (posts) {
            return teller.standing("summary-posted");
        }
        return new SummaryChannels(summaries.settings())
                .problem(address)
                .map(problem -> new Standing(Text.plain(problem.value()), true))
                .orElseGet(() -> store.told(id, (SummaryRouter.KEY + channel)::equals)
                        ? teller.standing("summary-posted")
                        : new Standing(teller.standing("summary-waiting").said(), true));
    }
}
