package dev.tunewise.api.consultation;

import dev.tunewise.chat.Input;
import java.util.List;

/** One or more questions on one card. */
public record OpenQuestion(String message, String why, List<Input> inputs) {}
