package dev.tunewise.session.digest;

import dev.tunewise.chat.Post;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.DigestSchedule;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Announcements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has digests sent when they are due, each once. */
public record DigestService(
        TeamSettings settings, DigestComposer composer, Announcements announcements, Owners owners) {
    /** A digest that is later than that is left out: the next one tells what is still of interest. */
    private static final Duration LATEST = Duration.ofDays(2);

    /** Keys of digests begin so. */
    public static final String KEY = "digest:";

    /** Keeps what is due now, to be sent; gives how many there were. */
    public int send(Instant now) {
        int sent = 0;
        for (Address channel : settings.places(TeamSettings.Name.DIGEST)) {
            Optional<Choice> choice =
                    settings.ofRoom(channel, TeamSettings.Name.DIGEST).filter(each -> !each.off());
            Optional<DigestSchedule> schedule = choice.map(Choice::value).flatMap(DigestSchedule::read);
            if (schedule.isPresent()
                    && send(channel, schedule.get(), choice.get().at(), now)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Address channel, DigestSchedule schedule, Instant since, Instant now) {
        Instant due = schedule.lastDue(now);
        String key = String.join("/", KEY + channel.channel(), channel.workspace(), channel.room(), due.toString());
        Optional<Choice> waits = settings.ofRoom(channel, TeamSettings.Name.DIGEST_WAITS);
        boolean late = due.isBefore(now.minus(LATEST)) && waits.isEmpty();
        if (waits.isPresent() && announcements.made(key)) {
            // It was refused; how often, the moment says.
            key += "/" + waits.get().at();
        }
        if (!due.isAfter(since) || late || announcements.made(key)) {
            return false;
        }
        if (settings.away(channel)) {
            if (waits.isEmpty()) {
                settings.digestWaits(channel, due.toString(), now);
            }
            return false;
        }
        Instant from = schedule.before(waits.map(first -> Instant.parse(first.value()))
                .filter(due::isAfter)
                .orElse(due));
        owners.look(composer.owned(channel), due.minusMillis(1));
        Optional<DigestComposer.Digest> digest = composer.of(channel, from, due, schedule.zone());
        if (digest.isEmpty()) {
            settings.digestCame(channel);
        }
        List<Post> posts = digest.map(each -> List.of(new Post(
                        KEY + due,
                        new Post.Elsewhere(channel.room()),
                        each.notice().blocks(),
                        each.notice().plain())))
                .orElse(List.of());
        return announcements.make(
                        key, now, digest.map(DigestComposer.Digest::beside).orElse(""), posts)
                && !posts.isEmpty();
    }
}
