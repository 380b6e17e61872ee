package dev.tunewise.access;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.session.store.Address;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/**
 * Somebody, or a program, that the service knows.
 *
 * @param id for example `token:reports` or `company:2f7c…`; {@link #LOCAL} for whoever sits at this machine
 * @param scopes which consultations they may see, besides those of {@code account}
 * @param account who they are on a chat platform; empty when they did not sign in with one
 */
public record Identity(String id, String name, Role role, List<AccessScope> scopes, Optional<ChatAccount> account)
        implements Principal {
    /** Attribute of a request under which it stands. */
    public static final String ATTRIBUTE = "tunewise.identity";

    /** Whoever sits at this machine, where nobody else can come in. */
    public static final Identity LOCAL =
            new Identity("local", "", Role.ADMIN, List.of(AccessScope.all()), Optional.empty());

    public Identity {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String getName() {
        return id;
    }

    /** Whether we know who it is, beyond that they sit at this machine. */
    public boolean known() {
        return !id.equals(LOCAL.id());
    }

    /** As an author in a consultation: on their own platform they are who they are there. */
    public Author author(Address address) {
        return account.filter(own -> own.channel().equals(address.channel())
                        && own.workspace().equals(address.workspace()))
                .map(own -> new Author(own.user(), name))
                .orElseGet(() -> new Author(id, name));
    }
}
