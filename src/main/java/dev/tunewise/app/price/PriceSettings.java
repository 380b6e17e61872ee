package dev.tunewise.app.price;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** Where prices come from. `own`: file with own or negotiated prices, laid over the shipped ones; empty for none. */
@ConfigurationProperties("tunewise.prices")
record PriceSettings(@Bindable(defaultValue = "") String own) {}
