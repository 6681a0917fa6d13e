package quartier.support.supporter.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param id wanted for addresses and roles; made from the name when it is left out */
record SupporterRequest(
        @Nullable @Pattern(regexp = "[a-z0-9](-?[a-z0-9]){1,59}")
        String id,

        @NotBlank @Size(max = 120) String name,
        @NotNull @Pattern(regexp = "public|private") String kind,
        @Nullable @Pattern(regexp = "\\d{14}") String siret,

        @Nullable @Size(max = 300) @Pattern(regexp = "https?://\\S+")
        String website) {}
