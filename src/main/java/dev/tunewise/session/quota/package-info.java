/**
 * How much people, channels and workspaces may ask for in a minute. It must not know what a turn is, nor any platform.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.quota;
