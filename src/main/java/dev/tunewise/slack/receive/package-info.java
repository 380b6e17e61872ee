/**
 * Takes requests over HTTP or Socket Mode: verifies, filters, stores and acknowledges them. It must not know what a
 * request means, nor how it is handled.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.receive;
