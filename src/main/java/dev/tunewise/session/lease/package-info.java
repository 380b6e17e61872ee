/**
 * Who works on what: processes that share a database hold leases, and give back those of processes that fell silent. It
 * must not know what is leased, nor any database.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.lease;
