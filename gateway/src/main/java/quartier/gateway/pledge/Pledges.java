package quartier.gateway.pledge;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.FileReceiver;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The pledge-service, as far as pages need it. */
@Component
public class Pledges {

    private final ServiceClient http;

    Pledges(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.PLEDGE);
    }

    public PaymentMeans means() {
        return http.get(Bearer.none(), PaymentMeans.class, Request.of("/v1/payment-means"));
    }

    public Campaign campaign(String id) {
        return http.get(Bearer.none(), Campaign.class, Request.of("/v1/campaigns/{id}", id));
    }

    public List<Backer> backers(String campaign) {
        return http.list(
                        Bearer.none(),
                        Backer.class,
                        Request.of("/v1/campaigns/{id}/backers", campaign).with("limit", 24))
                .items();
    }

    /** Those alone that have this reward, and this in the name that they show; null for all. */
    public record Wanted(@Nullable String tier, @Nullable String name) {}

    /** Where a name is wanted, a page may be empty and yet not be the last. */
    public Listing<CampaignPledge> ofCampaign(
            Bearer owner, String campaign, Wanted wanted, @Nullable String cursor, int limit) {
        return http.list(
                owner,
                CampaignPledge.class,
                Request.of("/v1/campaigns/{id}/pledges", campaign)
                        .with("tier", wanted.tier())
                        .with("name", wanted.name())
                        .with("cursor", cursor)
                        .with("limit", limit));
    }

    public Statement statement(Bearer owner, String campaign) {
        return http.get(owner, Statement.class, Request.of("/v1/campaigns/{id}/statement", campaign));
    }

    /** The member's own. */
    public Payee payee(Bearer member) {
        return http.get(member, Payee.class, Request.of("/v1/me/payee"));
    }

    /** Its answer says where to go. */
    public Answer<Payee> registerPayee(Bearer member, String returnUrl) {
        return http.send(
                HttpMethod.POST, member, Payee.class, Request.of("/v1/payees").body(Map.of("returnUrl", returnUrl)));
    }

    public Answer<Pledge> place(Bearer member, String idempotencyKey, NewPledge pledge) {
        return http.send(
                HttpMethod.POST,
                member,
                Pledge.class,
                Request.of("/v1/pledges")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(pledge));
    }

    public Pledge pledge(Bearer member, String id) {
        return http.get(member, Pledge.class, Request.of("/v1/pledges/{id}", id));
    }

    public List<Pledge> mine(Bearer member) {
        return http.list(member, Pledge.class, Request.of("/v1/me/pledges").with("limit", 100))
                .items();
    }

    public Answer<PledgeChange.Changed> change(Bearer member, String id, String idempotencyKey, PledgeChange change) {
        return http.send(
                HttpMethod.POST,
                member,
                PledgeChange.Changed.class,
                Request.of("/v1/pledges/{id}/changes", id)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(change));
    }

    public List<Loan> loans(Bearer member) {
        return http.list(member, Loan.class, Request.of("/v1/me/loans")).items();
    }

    /** What an owner owes to lenders. */
    public OwnerLoans owedTo(Bearer owner, String campaign) {
        return http.get(owner, OwnerLoans.class, Request.of("/v1/campaigns/{id}/loans", campaign));
    }

    /** @param ending {@code csv}, {@code ods} or {@code pdf} */
    public void statementFile(Bearer owner, String campaign, String ending, FileReceiver receiver) {
        http.pass(owner, Request.of("/v1/campaigns/{id}/statement." + ending, campaign), receiver);
    }

    public List<Cash> cash(Bearer staff, String campaign) {
        return http.list(staff, Cash.class, Request.of("/v1/campaigns/{id}/offline-pledges", campaign))
                .items();
    }

    public Answer<Nothing> enterCash(Bearer staff, String campaign, String idempotencyKey, Cash.Entry entry) {
        return http.send(
                HttpMethod.POST,
                staff,
                Nothing.class,
                Request.of("/v1/campaigns/{id}/offline-pledges", campaign)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(entry));
    }

    /** @param step {@code confirm} or {@code reject} */
    public Answer<Nothing> decideCash(Bearer staff, String campaign, String cash, String step) {
        return http.send(
                HttpMethod.POST,
                staff,
                Nothing.class,
                Request.of("/v1/campaigns/{id}/offline-pledges/{cash}/{step}", campaign, cash, step)
                        .body(Map.of()));
    }

    public Answer<Nothing> cancel(Bearer member, String id) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/pledges/{id}/cancel", id).body(Map.of()));
    }
}
