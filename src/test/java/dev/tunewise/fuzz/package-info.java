/** Inputs that nobody should send, from seeded generators, at every door. */
package dev.tunewise.fuzz;
