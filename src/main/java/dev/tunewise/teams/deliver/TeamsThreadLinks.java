package dev.tunewise.teams.deliver;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.teams.client.BotConnector;
import java.util.Optional;

/** Addresses of threads in Teams, written as Teams writes links to messages. */
public final class TeamsThreadLinks implements ThreadLinks {
    private static final String MESSAGE = "https://teams.microsoft.com/l/message/";

    @Override
    public Optional<String> link(String conversation, Address address) {
        Optional<ConversationReference> place = ConversationReference.of(address)
                .filter(known -> !known.thread().isEmpty());
        return place.flatMap(known -> {
            String message = MESSAGE + BotConnector.encoded(known.room()) + "/" + BotConnector.encoded(known.thread());
            return switch (known.kind()) {
                case CHANNEL ->
                    Optional.of(message + "?tenantId=" + BotConnector.encoded(known.tenant()) + "&parentMessageId="
                            + BotConnector.encoded(known.thread()));
                case GROUP -> Optional.of(message + "?context=%7B%22contextType%22%3A%22chat%22%7D");
                // Nobody else can open a chat between one person and us.
                case PERSONAL -> Optional.empty();
            };
        });
    }
}
