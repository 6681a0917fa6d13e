package quartier.pledge.escrow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.Promise;

/**
 * A pledge as the campaign's owner sees it: nothing that tells who an anonymous backer is.
 *
 * @param name as much of it as the backer allowed; null is anonymous
 * @param tier whose reward comes with it; it comes without when {@code rewardWaived}
 * @param at when its money came
 */
record CampaignPledgeJson(
        String pledge,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name,
        MoneyJson amount,
        @Nullable String tier,
        boolean rewardWaived,
        String kind,
        String state,
        Instant at) {

    static CampaignPledgeJson of(PledgeView view, ShownNames.Lookup names) {
        Promise promise = view.promise();
        Instant confirmedAt = view.confirmedAt();
        return new CampaignPledgeJson(
                promise.pledge(),
                names.of(promise),
                new MoneyJson(promise.amountMinorUnits(), view.currency()),
                promise.tier(),
                promise.rewardWaived(),
                promise.kind().name().toLowerCase(Locale.ROOT),
                view.status().name().toLowerCase(Locale.ROOT),
                confirmedAt == null ? promise.placedAt() : confirmedAt);
    }
}
