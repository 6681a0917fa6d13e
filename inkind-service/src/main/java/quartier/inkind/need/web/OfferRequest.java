package quartier.inkind.need.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param contact how the owner reaches the member; only the two of them see it */
record OfferRequest(
        @Min(1) @Max(10_000) int quantity,
        @NotBlank @Size(max = 2_000) String message,
        @Nullable @Size(max = 200) String contact) {}
