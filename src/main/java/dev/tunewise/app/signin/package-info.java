/**
 * How people and programs prove who they are: OpenID Connect with any issuer, access tokens, and the commands that manage them. It must not
 * know consultations, nor decide what somebody may see.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.signin;
