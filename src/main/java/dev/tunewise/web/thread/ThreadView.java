package dev.tunewise.web.thread;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.web.visitor.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A consultation as one person saw it at a certain point. It depends on nothing but what is stored, so what changed between two points
 * is the difference between two threads.
 */
public record ThreadView(List<ThreadItem> items, Optional<ThreadItem.Shown> status, SeenPosition seen) {
    public static ThreadView of(Conversation conversation, List<Kept> posts, Visitor reader) {
        long last = posts.isEmpty() ? -1 : posts.getLast().sequence();
        return at(new SeenPosition(conversation.entries().size(), last), conversation, posts, reader);
    }

    public static ThreadView at(SeenPosition seen, Conversation conversation, List<Kept> posts, Visitor reader) {
        List<Entry> entries = conversation.entries().subList(0, (int)
                Math.clamp(seen.entries(), 0, conversation.entries().size()));
        List<Kept> visible = posts.stream()
                .filter(kept -> kept.sequence() <= seen.posts())
                .filter(kept -> isFor(reader, kept.post().place()))
                .toList();
        return new ThreadBuilder(entries, visible, reader).read(seen);
    }

    /** What is here and not, or not like this, in an earlier thread. */
    public Changes since(ThreadView earlier) {
        Map<String, ThreadItem> before = new LinkedHashMap<>();
        earlier.items.forEach(item -> before.put(item.id(), item));
        List<ThreadItem> changed = new ArrayList<>();
        List<ThreadItem> added = new ArrayList<>();
        for (ThreadItem item : items) {
            ThreadItem old = before.get(item.id());
            if (old == null) {
                added.add(item);
            } else if (!old.equals(item)) {
                changed.add(item);
            }
        }
        return new Changes(changed, added, !status.equals(earlier.status));
    }

    private static boolean isFor(Visitor reader, Post.Place place) {
        return switch (place) {
            case Post.Root _, Post.Thread _ -> true;
            case Post.Private(String person) -> person.equals(reader.id());
            case Post.Elsewhere _ -> false;
        };
    }

    /** The difference between two threads. */
    public record Changes(List<ThreadItem> changed, List<ThreadItem> added, boolean status) {
        public boolean none() {
            return changed.isEmpty() && added.isEmpty() && !status;
        }

        /** What is new, in sentences, for those who do not see it. */
        public String spoken() {
            List<String> sentences = new ArrayList<>();
            for (ThreadItem item : added) {
                switch (item) {
                    case ThreadItem.Shown shown -> sentences.add(shown.plain());
                    case ThreadItem.Said said when !said.mine() -> sentences.add(said.author() + ": " + said.text());
                    case ThreadItem.Said _, ThreadItem.Did _ -> {}
                }
            }
            return String.join(" ", sentences);
        }
    }
}
