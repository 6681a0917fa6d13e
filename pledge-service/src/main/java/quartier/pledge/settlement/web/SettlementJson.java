package quartier.pledge.settlement.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Progress;
import quartier.pledge.escrow.Progress.Part;
import quartier.pledge.escrow.Progress.Stage;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.settlement.PausedRuns.Paused;

/**
 * The settlement run.
 *
 * @param paused whether all campaigns are
 * @param perSecond what the answering replica did, on average of the last minute
 * @param limitPerSecond what each replica asks of the provider at most
 */
record SettlementJson(
        boolean paused,
        double perSecond,
        double limitPerSecond,
        List<CampaignRun> items,
        @Nullable String next) {

    /** @param page of the journal up to which this goes */
    record CampaignRun(
            String campaign,
            String state,
            Instant deadline,
            boolean paused,
            RefundsJson refunds,
            List<PayoutRun> payouts,
            MoneyJson cashDue,
            long page) {}

    record RefundsJson(PartJson due, PartJson done, PartJson failed) {}

    record PartJson(int count, MoneyJson sum) {}

    record PayoutRun(String payout, String state, MoneyJson amount) {}

    static CampaignRun run(Progress progress, Paused paused) {
        String currency = progress.currency();
        return new CampaignRun(
                progress.campaign(),
                progress.state().name().toLowerCase(Locale.ROOT),
                progress.deadline(),
                paused.holds(progress.campaign()),
                new RefundsJson(part(progress, Stage.DUE), part(progress, Stage.DONE), part(progress, Stage.FAILED)),
                progress.payouts().stream()
                        .map(payout -> new PayoutRun(
                                payout.payout(), payout.state(), new MoneyJson(payout.minorUnits(), currency)))
                        .toList(),
                new MoneyJson(progress.cashDue(), currency),
                progress.page());
    }

    private static PartJson part(Progress progress, Stage stage) {
        Part part = Objects.requireNonNull(progress.refunds().get(stage), "every stage is counted");
        return new PartJson(part.count(), new MoneyJson(part.minorUnits(), progress.currency()));
    }
}
