/** Rounds of faults against real processes on loopback, and what must hold after them. */
package dev.tunewise.faults;
