/**
 * The price catalogue in service: loaded from settings, offered as a catalogue of models and as answers to questions
 * about prices. It must not know flows in service, sessions, HTTP or the database.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.price;
