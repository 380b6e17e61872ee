package dev.tunewise.access;

import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;

/** Decides who may see which consultation. There is no other place that does. */
public record Visibility(WorkspaceDirectory directory) {
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
