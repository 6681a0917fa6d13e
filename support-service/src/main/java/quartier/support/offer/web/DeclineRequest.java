package quartier.support.offer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record DeclineRequest(@NotBlank @Size(max = 1_000) String reason) {}
