/**
 * What a message is read against and what reading it gives: answers, clarifications, parameters and an intent, with
 * their places in the message. It must not know how any of this is found.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.result;
