/**
 * The web chat: pages of a consultation, rendered on the server, usable as plain forms and livelier with a script. It must not know any other channel, nor what a consultation is about.
 */
@NullMarked
package dev.tunewise.web;

import org.jspecify.annotations.NullMarked;
