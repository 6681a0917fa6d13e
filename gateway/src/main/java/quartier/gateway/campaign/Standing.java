package quartier.gateway.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.ProgressBar;
import quartier.gateway.pledge.Campaign;

/**
 * Where a campaign stands: from the pledge-service, which decides, and from the catalog's last news of it when that
 * one does not answer.
 *
 * @param loans how interest-free loans are repaid; null where none are taken
 * @param stale the figures are the catalog's and may be a little old
 */
public record Standing(
        String state,
        Money collected,
        int backers,
        @Nullable Instant deadline,
        ProgressBar bar,
        List<TierLeft> tiers,
        boolean stale,
        Campaign.@Nullable LoanTerms loans) {

    private static final Set<String> DECIDED = Set.of("funded", "not_funded", "cancelled");

    /**
     * A tier and what is left of it.
     *
     * @param left null when there is no limit, or when nobody knows
     * @param closed by the owner, for ever
     */
    public record TierLeft(
            String id,
            Money amount,
            String reward,
            @Nullable String deliveryMonth,
            @Nullable Integer left,
            boolean closed) {

        public boolean isSoldOut() {
            return left != null && left <= 0;
        }

        /** Nobody new can have it. */
        public boolean isGone() {
            return closed || isSoldOut();
        }
    }

    public static Standing of(Project project, Part<Campaign> known, Instant now) {
        Campaign campaign = known.getValue();
        Project.Totals totals = project.totalsOrNothing();
        Money collected = campaign != null
                ? campaign.collected()
                : totals.collected() == null ? Money.euros(0) : totals.collected();
        Instant deadline = campaign != null ? campaign.deadline() : project.deadline();
        return new Standing(
                state(project, campaign, deadline, now),
                collected,
                campaign != null ? campaign.backers() : totals.backers(),
                deadline,
                ProgressBar.of(collected, project.goalOrNothing(), project.stretchGoals()),
                project.tiers().stream()
                        .map(tier -> left(project, tier, campaign))
                        .toList(),
                campaign == null && known.isMissing(),
                campaign == null ? null : campaign.loans());
    }

    /** The pledge-service knows the verdict first; the catalog alone knows what happens before and after. */
    private static String state(Project project, @Nullable Campaign campaign, @Nullable Instant deadline, Instant now) {
        if (project.is("realised") || project.is("suspended")) {
            return project.state();
        }
        if (campaign != null && (DECIDED.contains(campaign.state()) || !campaign.is("live"))) {
            return campaign.state();
        }
        boolean over = deadline != null && !deadline.isAfter(now);
        return project.is("live") && over ? "closing" : project.state();
    }

    /** The catalog is the first to know that a tier was closed, the pledge-service whether it holds already. */
    private static TierLeft left(Project project, Project.Tier tier, @Nullable Campaign campaign) {
        String id = tier.id() == null ? "" : tier.id();
        Optional<Campaign.Tier> sold = Optional.ofNullable(campaign).flatMap(known -> known.tier(id));
        Integer left = sold.map(Campaign.Tier::left).orElse(tier.stock());
        boolean closed = project.closedTiers().contains(id)
                || sold.map(Campaign.Tier::closed).orElse(false);
        return new TierLeft(
                id,
                tier.amount() == null ? Money.euros(0) : tier.amount(),
                tier.reward() == null ? "" : tier.reward(),
                tier.deliveryMonth(),
                left,
                closed);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public boolean isOpen() {
        return is("live");
    }

    public Optional<TierLeft> tier(@Nullable String id) {
        return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
    }
}
