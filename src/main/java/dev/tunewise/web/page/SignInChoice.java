package dev.tunewise.web.page;

/** A way to sign in that the sign-in page offers. */
public record SignInChoice(String name, String label) {}
