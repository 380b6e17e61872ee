/**
 * Reads posted forms: fields, codes of actions, safe addresses to go back to. It must not know pages, visitors or how
 * consultations are kept.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.web.form;
