/**
 * The controllers of the API for programs. It must not know any other channel, nor what a flow is about.
 */
@NullMarked
package dev.tunewise.api;

import org.jspecify.annotations.NullMarked;
