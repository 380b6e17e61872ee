package dev.tunewise.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What a workspace holds: people, channels, messages, files, windows. Safe for use by several threads. */
public final class Workspace {
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Set<String> admins = new HashSet<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    private final List<File> files = new CopyOnWriteArrayList<>();
    private final List<View> views = new CopyOnWriteArrayList<>();
    private final Map<String, JsonObject> homes = new LinkedHashMap<>();
    private final AtomicLong next = new AtomicLong(100);
    private volatile long seconds = 1_700_000_000L;

    /** A channel, group or direct message. */
    public record Channel(String id, String name, boolean direct, Set<String> members, boolean shared) {}

    /** A message as it stands. */
    public record Message(
            String channel, String ts, String thread, String user, String text, JsonArray blocks, int edits) {
        /** Everything it shows, as text. */
        public String shown() {
            return text + "\n" + blocks;
        }
    }

    /** A message for one person. */
    public record Whisper(String channel, String person, String text, JsonArray blocks, String via) {}

    /** A file that was shared. */
    public record File(
            String id, String name, String title, String alternative, byte[] content, String channel, String thread) {}

    /** A window that was opened. */
    public record View(String id, String person, JsonObject json) {}

    public synchronized void admin(String id) {
        admins.add(id);
    }

    public synchronized boolean isAdmin(String id) {
        return admins.contains(id);
    }

    private final Set<String> closed = new HashSet<>();
    private final Set<String> archived = new HashSet<>();

    private final List<String> broadcasts = new CopyOnWriteArrayList<>();

    void broadcast(String ts) {
        broadcasts.add(ts);
    }

    /** Messages of threads that their channel shows too, by timestamp. */
    public List<String> broadcasts() {
        return List.copyOf(broadcasts);
    }

    /** Somebody is in the workspace no more. */
    public synchronized void leave(String person) {
        people.remove(person);
        channels.values().forEach(channel -> channel.members().remove(person));
    }

    /** A channel is private from now on. */
    public synchronized void close(String channel) {
        closed.add(channel);
    }

    /** A channel is public again. */
    public synchronized void reopen(String channel) {
        closed.remove(channel);
    }

    /** A channel is archived from now on. */
    public synchronized void archive(String channel) {
        archived.add(channel);
    }

    public synchronized void unarchive(String channel) {
        archived.remove(channel);
    }

    synchronized boolean closed(String channel) {
        return channel.startsWith("G") || closed.contains(channel);
    }

    synchronized boolean archived(String channel) {
        return archived.contains(channel);
    }

    public synchronized void person(String id, String name) {
        people.put(id, name);
    }

    public synchronized void channel(Channel channel) {
        channels.put(channel.id(), channel);
    }

    public synchronized Optional<String> name(String person) {
        return Optional.ofNullable(people.get(person));
    }

    public synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    public synchronized List<Channel> channelsOf(String person) {
        return channels.values().stream()
                .filter(channel -> channel.members().contains(person))
                .toList();
    }

    /** What is written from now on is later by so many seconds. */
    public void later(long seconds) {
        this.seconds = this.seconds + seconds;
    }

    /** A timestamp later than all before. */
    public String timestamp() {
        return String.format(java.util.Locale.ROOT, "%d.%06d", seconds, next.incrementAndGet());
    }

    /** From now on messages are written at that time. */
    public void now(Instant time) {
        seconds = time.getEpochSecond();
    }

    public String id(String prefix) {
        return prefix + "0FAKE" + next.incrementAndGet();
    }

    public Message post(String channel, String thread, String user, String text, JsonArray blocks) {
        Message message = new Message(channel, timestamp(), thread, user, text, blocks, 0);
        messages.add(message);
        return message;
    }

    public synchronized boolean edit(String channel, String ts, String text, JsonArray blocks) {
        for (int i = 0; i < messages.size(); i++) {
            Message old = messages.get(i);
            if (old.channel().equals(channel) && old.ts().equals(ts)) {
                messages.set(i, new Message(channel, ts, old.thread(), old.user(), text, blocks, old.edits() + 1));
                return true;
            }
        }
        return false;
    }

    public synchronized boolean delete(String channel, String ts) {
        return messages.removeIf(
                message -> message.channel().equals(channel) && message.ts().equals(ts));
    }

    public void whisper(Whisper whisper) {
        whispers.add(whisper);
    }

    public void file(File file) {
        files.add(file);
    }

    public void removeFile(String id) {
        files.removeIf(file -> file.id().equals(id));
    }

    public View view(String person, JsonObject json) {
        View view = new View(id("V"), person, json);
        views.add(view);
        return view;
    }

    public synchronized void home(String person, JsonObject json) {
        homes.put(person, json);
    }

    public synchronized Optional<JsonObject> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public List<Message> thread(String root) {
        return messages.stream()
                .filter(message -> message.thread().equals(root))
                .toList();
    }

    public List<Whisper> whispers() {
        return List.copyOf(whispers);
    }

    public List<File> files() {
        return List.copyOf(files);
    }

    public List<View> views() {
        return List.copyOf(views);
    }

    public Map<String, Channel> channels() {
        return new LinkedHashMap<>(channels);
    }

    public List<String> people() {
        return new ArrayList<>(people.keySet());
    }
}
