package dev.tunewise.web.page;

/**
 * A way to sign in that the sign-in page offers.
 *
 * @param name in the address
 * @param label on the button
 */
public record SignInChoice(String name, String label) {}
