package quartier.inkind.need.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ThankRequest(@NotBlank @Size(max = 2_000) String message) {}
