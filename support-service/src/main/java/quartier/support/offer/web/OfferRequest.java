package quartier.support.offer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quartier.support.web.Money;

/**
 * @param instrument the legal act, needed from public bodies for some kinds
 * @param conditions shown to the owner before the answer
 */
record OfferRequest(
        @NotBlank @Size(max = 60) String supporter,
        @NotBlank @Size(max = 100) String project,
        @NotBlank @Size(max = 20) String kind,
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 5_000) String description,
        @Nullable @Valid Money amount,
        @Nullable @Valid InstrumentBody instrument,
        @Nullable @Size(max = 2_000) String conditions) {

    record InstrumentBody(
            @Nullable @Size(max = 200) String deliberation,
            @Nullable LocalDate date,
            @Nullable @Size(max = 200) String convention) {}
}
