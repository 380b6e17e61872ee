/** A Teams for the tests: connector, token and key servers with faults, and people who type and click. It must not know how the adapter works inside. */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.fake;
