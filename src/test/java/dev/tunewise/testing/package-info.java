/** What several tests use. */
package dev.tunewise.testing;
