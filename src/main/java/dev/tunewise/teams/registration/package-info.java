/**
 * The bot's registration in Entra: its settings, credentials and access tokens. It must not know activities, cards or
 * consultations.
 */
@NullMarked
package dev.tunewise.teams.registration;

import org.jspecify.annotations.NullMarked;
