/**
 * Slack: verifies and decodes what Slack sends, acknowledges it at once, and delivers posts there. It must not hold advice, questions or rules of the
 * consultation, nor know the other channels.
 */
@NullMarked
package dev.tunewise.slack;

import org.jspecify.annotations.NullMarked;
