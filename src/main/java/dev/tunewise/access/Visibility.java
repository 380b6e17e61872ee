package dev.tunewise.access;

import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.DecisionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides who may see which consultation. There is no other place that does. */
public record Visibility(WorkspaceDirectory directory) {
    /** The parts of the log of decisions that somebody may see. */
    public List<DecisionLog.Place> places(Identity identity, DecisionLog log) {
        List<DecisionLog.Place> places = new ArrayList<>();
        for (AccessScope scope : identity.scopes()) {
            scope.places().stream()
                    .filter(place -> places.stream().noneMatch(known -> covers(known, place)))
                    .forEach(places::add);
        }
        identity.account().ifPresent(account -> {
            DecisionLog.Place whole = new DecisionLog.Place(account.channel(), account.workspace(), Set.of());
            if (places.stream().noneMatch(known -> covers(known, whole))) {
                Set<String> rooms = log.rooms(account.channel(), account.workspace()).stream()
                        .filter(room -> sees(identity, room))
                        .map(Address::room)
                        .collect(Collectors.toSet());
                places.removeIf(known -> known.channel().equals(account.channel())
                        && known.workspace().equals(account.workspace()));
                if (!rooms.isEmpty()) {
                    places.add(new DecisionLog.Place(account.channel(), account.workspace(), rooms));
                }
            }
        });
        return places;
    }

    private static boolean covers(DecisionLog.Place known, DecisionLog.Place other) {
        return known.channel().isEmpty()
                || (known.rooms().isEmpty()
                        && known.channel().equals(other.channel())
                        && known.workspace().equals(other.workspace()));
    }

    /** Whether somebody may see the consultations of a place: it lies in their scope, or they are in its room. */
    public boolean sees(Identity identity, Address address) {
        return identity.scopes().stream().anyMatch(scope -> scope.covers(address))
                || identity.account()
                        .filter(account -> account.channel().equals(address.channel())
                                && account.workspace().equals(address.workspace())
                                && directory.isIn(address, account.user()))
                        .isPresent();
    }
}
