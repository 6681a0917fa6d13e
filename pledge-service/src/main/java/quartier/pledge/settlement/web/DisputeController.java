package quartier.pledge.settlement.web;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.escrow.web.Page;
import quartier.pledge.settlement.web.AcrossCampaigns.Item;

/** Payments that their payers contest, and how their banks decided where no webhook tells it. */
@RestController
final class DisputeController {

    /**
     * @param fee what the provider asks for it; the platform bears it
     * @param setOff what of it, once lost, has ended what its payer was owed: it costs the platform nothing any more
     * @param bornBy {@code escrow} while the money was still the backer's, else {@code platform}
     * @param pledgeState what became of the pledge
     */
    record DisputeJson(
            String id,
            String campaign,
            String campaignState,
            String pledge,
            @Nullable String pledgeState,
            String payment,
            MoneyJson amount,
            MoneyJson fee,
            MoneyJson setOff,
            String bornBy,
            String state,
            Instant openedAt) {}

    private final AcrossCampaigns across;
    private final EscrowViews views;
    private final Orders orders;

    DisputeController(AcrossCampaigns across, EscrowViews views, Orders orders) {
        this.across = across;
        this.views = views;
        this.orders = orders;
    }

    @GetMapping("/v1/disputes")
    @AllowedTo(Role.OPERATOR)
    Page<DisputeJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Dispute.State wanted = state == null ? null : stateOf(state);
        return across.list(
                Concern.DISPUTES,
                Cursor.read(cursor),
                Page.limit(limit),
                escrow -> escrow.disputes()
                        .filter(dispute -> wanted == null || dispute.state() == wanted)
                        .map(dispute -> new Item<>(dispute.id(), json(escrow, dispute))));
    }

    @PostMapping("/v1/disputes/{id}/won")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void won(@PathVariable String id) {
        orders.give(campaignOf(id), new Command.DisputeWon(orders.now(), id));
    }

    @PostMapping("/v1/disputes/{id}/lost")
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lost(@PathVariable String id) {
        orders.give(campaignOf(id), new Command.DisputeLost(orders.now(), id));
    }

    private String campaignOf(String dispute) {
        return views.campaignOfDispute(dispute).orElseThrow(Problem::notFound);
    }

    private static Dispute.State stateOf(String word) {
        return Stream.of(Dispute.State.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "malformed-request"));
    }

    private static DisputeJson json(Escrow escrow, Dispute dispute) {
        PledgeStatus pledge =
                escrow.pledge(dispute.pledge()).map(escrow::status).orElse(null);
        return new DisputeJson(
                dispute.id(),
                escrow.campaign(),
                word(escrow.state()),
                dispute.pledge(),
                pledge == null ? null : word(pledge),
                dispute.payment(),
                MoneyJson.of(escrow.terms().money(dispute.amountMinorUnits())),
                MoneyJson.of(escrow.terms().money(dispute.feeMinorUnits())),
                MoneyJson.of(escrow.terms().money(dispute.setOffMinorUnits())),
                dispute.fromEscrow() ? "escrow" : "platform",
                word(dispute.state()),
                dispute.openedAt());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
