/**
 * Consultations in Microsoft Teams: verifies and decodes activities, renders posts as Adaptive Cards and sends them through the connector. It must not
 * hold advice, wording or rules of its own.
 */
@NullMarked
package dev.tunewise.teams;

import org.jspecify.annotations.NullMarked;
