/**
 * The API for programs: flows, advice, readings and consultations as JSON over HTTP, faults as problem details. It must not know any other channel, nor
 * what a flow is about.
 */
@NullMarked
package dev.tunewise.api;

import org.jspecify.annotations.NullMarked;
