package dev.tunewise.teams;

import dev.tunewise.session.Address;
import dev.tunewise.session.ThreadLinks;
import java.util.Optional;

/** Addresses of threads in Teams, written as Teams writes links to messages. */
final class TeamsThreadLinks implements ThreadLinks {
    private static final String MESSAGE = "https://teams.microsoft.com/l/message/";

    @Override
    public Optional<String> link(String conversation, Address address) {
        Optional<Place> place =
                Place.of(address).filter(known -> !known.thread().isEmpty());
        return place.flatMap(known -> {
            String message = MESSAGE + Connector.encoded(known.room()) + "/" + Connector.encoded(known.thread());
            return switch (known.kind()) {
                case CHANNEL ->
                    Optional.of(message + "?tenantId=" + Connector.encoded(known.tenant()) + "&parentMessageId="
                            + Connector.encoded(known.thread()));
                case GROUP -> Optional.of(message + "?context=%7B%22contextType%22%3A%22chat%22%7D");
                // Nobody else can open a chat between one person and us.
                case PERSONAL -> Optional.empty();
            };
        });
    }
}
