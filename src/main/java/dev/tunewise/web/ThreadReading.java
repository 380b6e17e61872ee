package dev.tunewise.web;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.Change;
import dev.tunewise.conversation.Entry;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.ConversationStore.Kept;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays entries and posts out as a thread. */
final class ThreadReading {
    private final List<Entry> entries;
    private final List<Kept> posts;
    private final Person reader;

    /** Newest post by key, in the order in which the keys first appeared. */
    private final Map<String, Kept> newest = new LinkedHashMap<>();

    private final Map<String, Long> firstEntry = new LinkedHashMap<>();

    ThreadReading(List<Entry> entries, List<Kept> posts, Person reader) {
        this.entries = entries;
        this.posts = posts;
        this.reader = reader;
        for (Kept kept : posts) {
            String key = kept.post().key();
            newest.put(key, kept);
            firstEntry.putIfAbsent(key, kept.entry());
        }
    }

    ThreadView read(Seen seen) {
        List<Item> items = new ArrayList<>();
        Optional<Item.Shown> status = Optional.empty();
        int next = 0;
        for (Map.Entry<String, Kept> entry : newest.entrySet()) {
            long first = firstEntry.getOrDefault(entry.getKey(), 0L);
            for (; next < entries.size() && next <= first; next++) {
                inputOf(next).ifPresent(items::add);
            }
            Item.Shown shown = shown(entry.getValue());
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

    private Item.Shown shown(Kept kept) {
        return new Item.Shown(
                "p-" + HexFormat.of().formatHex(kept.post().key().getBytes(StandardCharsets.UTF_8)),
                kept.at(),
                kept.post().blocks(),
                kept.post().plain(),
                kind(kept),
                !settled(kept),
                kept.post().place() instanceof Post.Private);
    }

    private Item.Kind kind(Kept kept) {
        if (Blocks.ask(kept.post().blocks())) {
            return Item.Kind.QUESTION;
        }
        if (settled(kept)) {
            return Item.Kind.SETTLED;
        }
        boolean answer = changes()
                .anyMatch(change -> change instanceof Change.Concluded concluded
                        && concluded.headline().equals(kept.post().plain()));
        return answer ? Item.Kind.ANSWER : Item.Kind.REMARK;
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

    private Optional<Item> inputOf(int index) {
        Entry entry = entries.get(index);
        String id = "e-" + index;
        boolean mine = entry.author().id().equals(reader.id());
        return switch (entry.input()) {
            case Input.Opened(String text) -> said(id, entry, mine, text);
            case Input.Said(String text, boolean _) -> said(id, entry, mine, text);
            case Input.Clicked(Action action) -> did(id, entry, mine, action, index);
            case Input.Imported imported -> said(id, entry, mine, imported.title());
            case Input.Filled _ -> Optional.empty();
        };
    }

    private Optional<Item> said(String id, Entry entry, boolean mine, String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Item.Said(id, nameOf(entry), mine, entry.at(), text));
    }

    private Optional<Item> did(String id, Entry entry, boolean mine, Action action, int index) {
        if (action instanceof Action.Answer) {
            return Optional.empty();
        }
        return posts.stream()
                .filter(kept -> kept.entry() < index)
                .flatMap(kept -> Blocks.label(kept.post().blocks(), action).stream())
                .findFirst()
                .map(label -> new Item.Did(id, nameOf(entry), mine, entry.at(), label));
    }

    private String nameOf(Entry entry) {
        return entry.author().id().equals(reader.id())
                ? Person.UNNAMED
                : entry.author().name();
    }
}
