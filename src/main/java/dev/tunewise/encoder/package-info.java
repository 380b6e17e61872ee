/**
 * The sentence encoder in this process: e5-small-v2 on ONNX Runtime behind the port of reading. It must not know flows, facts or what its
 * vectors are used for.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.encoder;
