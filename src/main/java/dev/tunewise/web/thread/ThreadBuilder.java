package dev.tunewise.web.thread;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.ConversationStore.Kept;
import dev.tunewise.web.visitor.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays entries and posts out as a thread. */
final class ThreadBuilder {
    private final List<Entry> entries;
    private final List<Kept> posts;
    private final Visitor reader;

    /** Newest post by key, in the order in which the keys first appeared. */
    private final Map<String, Kept> newest = new LinkedHashMap<>();

    private final Map<String, Long> firstEntry = new LinkedHashMap<>();

    ThreadBuilder(List<Entry> entries, List<Kept> posts, Visitor reader) {
        this.entries = entries;
        this.posts = posts;
        this.reader = reader;
        for (Kept kept : posts) {
            String key = kept.post().key();
            newest.put(key, kept);
            firstEntry.putIfAbsent(key, kept.entry());
        }
    }

    ThreadView read(SeenPosition seen) {
        List<ThreadItem> items = new ArrayList<>();
        Optional<ThreadItem.Shown> status = Optional.empty();
        int next = 0;
        for (Map.Entry<String, Kept> entry : newest.entrySet()) {
            long first = firstEntry.getOrDefault(entry.getKey(), 0L);
            for (; next < entries.size() && next <= first; next++) {
                inputOf(next).ifPresent(items::add);
            }
            ThreadItem.Shown shown = shown(entry.getValue());
            if (entry.getValue().post().place() instanceof Post.Root) {
                status = Optional.of(shown);
            } else {
                items.add(shown);
            }
        }
        for (; next < entries.size(); next++) {
            inputOf(next).ifPresent(items::add);
        }
        return new ThreadView(items, status, seen);
    }

    private ThreadItem.Shown shown(Kept kept) {
        return new ThreadItem.Shown(
                "p-" + HexFormat.of().formatHex(kept.post().key().getBytes(StandardCharsets.UTF_8)),
                kept.at(),
                kept.post().blocks(),
                kept.post().plain(),
                kind(kept),
                !settled(kept),
                kept.post().place() instanceof Post.Private);
    }

    private ThreadItem.Kind kind(Kept kept) {
        if (Block.flat(kept.post().blocks())
                .anyMatch(block -> block instanceof Block.Ask || block instanceof Block.Form)) {
            return ThreadItem.Kind.QUESTION;
        }
        if (settled(kept)) {
            return ThreadItem.Kind.SETTLED;
        }
        boolean answer = changes()
                .anyMatch(change -> change instanceof Change.Concluded concluded
                        && concluded.headline().equals(kept.post().plain()));
        return answer ? ThreadItem.Kind.ANSWER : ThreadItem.Kind.REMARK;
    }

    private Stream<Change> changes() {
        return entries.stream().flatMap(entry -> entry.changes().stream());
    }

    /** Whether the questions of a card have been closed. */
    private boolean settled(Kept kept) {
        return changes()
                .filter(change -> change instanceof Change.Asked || change instanceof Change.Settled)
                .filter(change -> kept.post().key().equals(card(change)))
                .reduce((_, later) -> later)
                .filter(Change.Settled.class::isInstance)
                .isPresent();
    }

    private static String card(Change change) {
        return switch (change) {
            case Change.Asked(String card, var _) -> card;
            case Change.Settled(String card) -> card;
            default -> "";
        };
    }

    private Optional<ThreadItem> inputOf(int index) {
        Entry entry = entries.get(index);
        String id = "e-" + index;
        boolean mine = entry.author().id().equals(reader.id());
        return switch (entry.input()) {
            case UserInput.Opened(String text) -> said(id, entry, mine, text);
            case UserInput.Said(String text, boolean _) -> said(id, entry, mine, text);
            case UserInput.Edited(String text, boolean _, var _) -> said(id, entry, mine, text);
            case UserInput.Clicked(Action action) -> did(id, entry, mine, action, index);
            case UserInput.Imported imported -> said(id, entry, mine, imported.title());
            case UserInput.Filled _, UserInput.TimeCame _ -> Optional.empty();
        };
    }

    private Optional<ThreadItem> said(String id, Entry entry, boolean mine, String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new ThreadItem.Said(id, nameOf(entry), mine, entry.at(), text));
    }

    private Optional<ThreadItem> did(String id, Entry entry, boolean mine, Action action, int index) {
        if (action instanceof Action.Answer) {
            return Optional.empty();
        }
        return posts.stream()
                .filter(kept -> kept.entry() < index)
                .flatMap(kept -> Block.flat(kept.post().blocks()))
                .flatMap(block -> block.ownButtons().stream())
                .filter(button -> button.action().equals(action))
                .map(Button::label)
                .findFirst()
                .map(label -> new ThreadItem.Did(id, nameOf(entry), mine, entry.at(), label));
    }

    private String nameOf(Entry entry) {
        return entry.author().id().equals(reader.id())
                ? Visitor.ONESELF
                : entry.author().name();
    }
}
