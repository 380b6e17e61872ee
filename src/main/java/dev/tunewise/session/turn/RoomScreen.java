package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.money.AmountMention;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps amounts of money out of rooms that may show none: the root card is told in words without any, another post is held back whole. */
record RoomScreen(ConversationStore store, SummaryRouter summaries) {

    /** Posts of a turn as its room may see them; where permission for costs was changed, what looks otherwise now. */
    List<Post> shown(
            Conversation head, UserInput input, ConversationEngine machine, ConversationState state, List<Post> posts) {
        if (input instanceof UserInput.TimeCame(String occasion, var _) && occasion.equals(UserInput.TimeCame.COSTS)) {
            return redrawn(head.id(), head.address(), machine, state, posts);
        }
        return summaries.showsCosts(head.address())
                ? posts
                : posts.stream().map(post -> screened(post, machine, state)).toList();
    }

    private List<Post> redrawn(
            String conversation, Address room, ConversationEngine machine, ConversationState state, List<Post> posts) {
        Map<String, Post> seen = new LinkedHashMap<>();
        store.posts(conversation).stream()
                .map(ConversationStore.Kept::post)
                .filter(post -> !(post.place() instanceof Post.Private))
                .forEach(post -> seen.put(post.key(), post));
        boolean costs = summaries.showsCosts(room);
        Map<String, Post> wanted = new LinkedHashMap<>(seen);
        machine.posts(state, costs).forEach(post -> wanted.computeIfPresent(post.key(), (_, now) -> put(post, now)));
        summaries
                .post(conversation, room, machine, state)
                .ifPresent(post -> wanted.computeIfPresent(post.key(), (_, now) -> put(post, now)));
        posts.forEach(post -> wanted.put(post.key(), post));
        List<Post> changed = new ArrayList<>();
        wanted.forEach((key, post) -> {
            boolean open = post.place() instanceof Post.Elsewhere(String channel)
                    ? summaries.showsCosts(SummaryRouter.there(room, channel))
                    : costs;
            Post shown = open ? post : screened(post, machine, state);
            if (!shown.equals(seen.get(key))) {
                changed.add(shown);
            }
        });
        return changed;
    }

    private static Post put(Post post, Post where) {
        return new Post(post.key(), where.place(), post.blocks(), post.plain());
    }

    private static Post screened(Post post, ConversationEngine machine, ConversationState state) {
        if (!tells(post)) {
            return post;
        }
        if (post.place() instanceof Post.Root) {
            return machine.posts(state, false).getFirst();
        }
        List<Block> held = machine.summaries().held();
        String plain = held.getFirst() instanceof Block.Note note ? note.text().characters() : "";
        return new Post(post.key(), post.place(), held, plain);
    }

    /** Whether an amount of money stands anywhere in a post, or in a file or picture of it. */
    private static boolean tells(Post post) {
        // All that a post shows is in its records, whatever block it stands in.
        return AmountMention.in(post.toString())
                || Block.flat(post.blocks())
                        .anyMatch(block -> block instanceof Block.File || block instanceof Block.Picture);
    }
}
