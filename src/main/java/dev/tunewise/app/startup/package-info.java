/**
 * What is printed when the service starts or cannot start, in words for the person who starts it. It must not know
 * how the parts are connected, nor handle requests.
 */
@NullMarked
package dev.tunewise.app.startup;

import org.jspecify.annotations.NullMarked;
