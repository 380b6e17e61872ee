/**
 * The bot's registration in Entra: its settings, credentials and access tokens. It must not know activities, cards or
 * consultations.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.registration;
