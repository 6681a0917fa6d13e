package quartier.pledge.launch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that this service uses of catalog-service's project events. */
record ProjectChanged(
        String project,
        String title,
        List<String> territoryPath,
        String owner,
        @Nullable String reason,
        @Nullable String tier,
        @Nullable Terms terms) {

    record Terms(
            String currency,
            long goal,
            long cap,
            Instant deadline,
            int commissionBasisPoints,
            int vatBasisPoints,
            List<String> pledgeKinds,
            List<Tier> tiers,
            @Nullable Loans loans) {}

    /** @param perLender the most that one lender may lend, in minor units */
    record Loans(long perLender, int graceMonths, int instalments) {}

    record Tier(
            String id,
            long amount,
            String reward,
            @Nullable Integer stock,
            @Nullable String deliveryMonth,
            @Nullable Long marketValue) {}
}
