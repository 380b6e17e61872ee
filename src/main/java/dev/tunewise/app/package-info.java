/**
 * The main class, the command line, and the factory that connects the packages of the core. It must not decide
 * anything about a consultation, and no other package may know it.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app;
