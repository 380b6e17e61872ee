/**
 * Who may call the service over HTTP: access token, sign-in, access filter and error responses. It must not know
 * consultations, flows or storage.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.app.http;
