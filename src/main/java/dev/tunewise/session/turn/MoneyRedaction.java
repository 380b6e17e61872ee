package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
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
import java.util.stream.Stream;

/** Keeps amounts of money out of rooms that may show none: the root card is told in words without any, another post is held back whole. */
record MoneyRedaction(ConversationStore store, SummaryRouter summaries) {
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
        boolean costs = summaries.showsCosts(room);
        Map<String, Post> seen = new LinkedHashMap<>();
        Map<String, Post> wanted = new LinkedHashMap<>();
        for (ConversationStore.Kept kept : store.posts(conversation)) {
            Post post = kept.post();
            if (!(post.place() instanceof Post.Private)) {
                seen.put(post.key(), post);
                if (!post.blocks().equals(machine.summaries().held())) {
                    wanted.put(post.key(), post);
                } else if (costs) {
                    // Nobody saw it yet: it is as the step gives it that it came of.
                    wanted.computeIfAbsent(post.key(), _ -> stepped(conversation, kept, machine));
                }
            }
        }
        Stream.of(
                        machine.posts(state, costs).stream(),
                        summaries.post(conversation, room, machine, state).stream(),
                        Stream.of(summaries.broadcast(conversation, room, machine, state)))
                .flatMap(all -> all)
                .forEach(post -> wanted.computeIfPresent(post.key(), (_, now) -> put(post, now)));
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

    /** A post as the step made it that it came of. */
    private Post stepped(String conversation, ConversationStore.Kept kept, ConversationEngine machine) {
        List<Entry> entries =
                store.find(conversation).map(Conversation::entries).orElse(List.of());
        if (kept.entry() >= entries.size()) {
            return kept.post();
        }
        Entry entry = entries.get((int) kept.entry());
        ConversationState before = machine.state(entries.subList(0, (int) kept.entry()));
        return machine.step(before, entry.author(), entry.at(), entry.input()).posts().stream()
                .filter(post -> post.key().equals(kept.post().key()))
                .findFirst()
                .orElse(kept.post());
    }

    private static Post put(Post post, Post where) {
        return new Post(post.key(), where.place(), post.blocks(), post.plain());
    }

    private static Post screened(Post post, ConversationEngine machine, ConversationState state) {
        if (!tells(post)) {
            return post;
        }
        if (post.place() instanceof Post.Root) {
            return machine.root(state, false);
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
