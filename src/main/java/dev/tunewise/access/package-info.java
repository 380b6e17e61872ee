/**
 * Who somebody is, what they may do and which consultations they may see, decided here for the web and the API alike. It must not know
 * HTTP, nor how somebody proves who they are.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.access;
