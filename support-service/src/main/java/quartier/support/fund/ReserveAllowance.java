package quartier.support.fund;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent puts a slice of a fund at a campaign's disposal, and ends that. */
public final class ReserveAllowance {

    private final MatchFunds funds;
    private final Campaigns campaigns;

    public ReserveAllowance(MatchFunds funds, Campaigns campaigns) {
        this.funds = funds;
        this.campaigns = campaigns;
    }

    /**
     * The caller has checked that the member acts for the fund's sponsor.
     *
     * @param totalMinorUnits what the campaign is to have in all; null for a lump sum
     */
    public Decision reserve(String fund, String campaign, @Nullable Long totalMinorUnits, String agent, Instant now) {
        Optional<LiveCampaign> known = campaigns.find(campaign);
        if (known.isEmpty()) {
            return new Decision.Refused(new Rejection.CampaignUnknown());
        }
        return funds.change(fund, it -> it.reserve(idOf(fund, campaign), known.get(), totalMinorUnits, agent, now))
                .orElseGet(() -> new Decision.Refused(new Rejection.NoSuchFund()));
    }

    public Decision close(String fund, String campaign) {
        return funds.change(fund, it -> it.closeAllowance(campaign))
                .orElseGet(() -> new Decision.Refused(new Rejection.NoSuchFund()));
    }

    /** A campaign has one allowance of a fund, so that the two name it. */
    static String idOf(String fund, String campaign) {
        return UUID.nameUUIDFromBytes((fund + '\n' + campaign).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
