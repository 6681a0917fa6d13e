package quartier.support.web;

import jakarta.validation.constraints.NotBlank;

/** @param amount in the currency's minor units */
public record Money(long amount, @NotBlank String currency) {}
