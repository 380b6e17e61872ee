/**
 * What rooms and workspaces have chosen, who chose it and when, and what a platform says about rooms and people. It must not know any
 * platform, nor how a choice is shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.settings;
