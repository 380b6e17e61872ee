package dev.tunewise.teams.deliver;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.session.store.WorkspaceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which teams the bot hears what does not mention it. That takes a permission which the bot cannot ask about, so it is known once something was
 * heard; until then the card of a consultation says how to be heard.
 */
public final class TeamsReadingAll {
    private static final String NAME = "heard";
    private static final Text HINT = Text.marked(Captions.HEARD_BY_NAME);

    private final WorkspaceSettings settings;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public TeamsReadingAll(WorkspaceSettings settings) {
        this.settings = settings;
    }

    /** Something was heard that does not mention the bot. */
    public void heard(ConversationReference place) {
        if (known.add(place.tenant() + scope(place))) {
            settings.put(TeamsDelivery.CHANNEL, place.tenant(), scope(place), NAME, "yes");
        }
    }

    /** The post as it is shown in a place: the card with what people have to know to be heard. */
    Post shown(ConversationReference place, Post post) {
        if (!(post.place() instanceof Post.Root) || hears(place)) {
            return post;
        }
        List<Block> blocks = new ArrayList<>(post.blocks());
        blocks.add(new Block.Note(Block.Tone.INFO, HINT));
        return new Post(post.key(), post.place(), blocks, post.plain());
    }

    private boolean hears(ConversationReference place) {
        return switch (place.kind()) {
            case PERSONAL -> true;
            case GROUP -> false;
            case CHANNEL ->
                settings.get(TeamsDelivery.CHANNEL, place.tenant(), scope(place), NAME)
                        .isPresent();
        };
    }

    private static String scope(ConversationReference place) {
        return WorkspaceSettings.WHOLE_WORKSPACE + place.route().team();
    }
}
