/**
 * What the adapters of all chat platforms do alike: the door behind which requests are worked off, commands, and the look for what a click or a
 * message is about. It must not know any platform, nor its forms.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.channel;
