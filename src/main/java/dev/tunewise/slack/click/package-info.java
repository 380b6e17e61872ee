/**
 * The ids and codes that blocks carry and clicks bring back. It must not know how blocks are drawn, tokens or the
 * network.
 */
@NullMarked
package dev.tunewise.slack.click;

import org.jspecify.annotations.NullMarked;
