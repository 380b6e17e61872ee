/**
 * The controllers of the API for programs. It must not know any other channel, nor what a flow is about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.api;
