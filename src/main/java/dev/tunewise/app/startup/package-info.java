/**
 * What is printed when the service starts or cannot start, in words for the person who starts it. It must not know
 * how the parts are connected, nor handle requests.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.startup;
