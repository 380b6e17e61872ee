/**
 * The controllers of the web chat and the ports to what they show. It must not know any other channel, nor what a
 * consultation is about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.web;
