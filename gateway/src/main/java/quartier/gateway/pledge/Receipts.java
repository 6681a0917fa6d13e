package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.FileReceiver;
import quartier.gateway.call.Money;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** Receipts and declarations, which the pledge-service issues. */
@Component
public class Receipts {

    public record Year(int year, List<Receipt> items) {
        public Year {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** @param state of the pledge */
    public record Receipt(
            String pledge,
            String campaign,
            Money amount,
            Instant paidAt,
            String state,
            @Nullable Tax tax) {}

    public record Tax(String number, Instant issuedAt) {}

    /** The body whose gifts give a right to tax receipts. */
    public record Beneficiary(String body, String name, String registration, String regime) {}

    /** A body whose declarations the member may read. */
    public record BodyName(
            String body, String name, @Nullable String registration) {}

    /** @param lastNumber receipts and cancelled ones together, without gaps */
    public record Declaration(
            String body, int year, long receipts, Money total, Money giftsOfTheYear, long cancelled, long lastNumber) {}

    /** Who gave, for the paper and nowhere else. */
    public record Identity(
            @Nullable Person person, @Nullable Company company) {

        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    public record Person(String firstName, String lastName, Address address) {}

    public record Company(String name, String legalForm, String siren, Address address) {}

    public record Address(
            String street,
            String postalCode,
            String city,
            @Nullable String country) {}

    private static final String TAX = "/v1/pledges/{id}/tax-receipt";

    private final ServiceClient http;

    Receipts(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.PLEDGE);
    }

    public Year ofYear(Bearer member, int year) {
        return http.get(member, Year.class, Request.of("/v1/me/receipts").with("year", year));
    }

    /** Refused where there is none. */
    public Beneficiary beneficiary(String campaign) {
        return http.get(Bearer.none(), Beneficiary.class, Request.of("/v1/campaigns/{id}/beneficiary", campaign));
    }

    /** Refused where none was asked for. */
    public Tax tax(Bearer member, String pledge) {
        return http.get(member, Tax.class, Request.of(TAX, pledge));
    }

    public Answer<Tax> ask(Bearer member, String pledge, Identity identity) {
        return http.send(
                HttpMethod.POST, member, Tax.class, Request.of(TAX, pledge).body(identity));
    }

    public Answer<Nothing> forgetIdentity(Bearer member) {
        return http.send(HttpMethod.DELETE, member, Nothing.class, Request.of("/v1/me/receipt-identity"));
    }

    public List<BodyName> myBodies(Bearer member) {
        return http.list(member, BodyName.class, Request.of("/v1/me/receipt-bodies"))
                .items();
    }

    /** A body's name and id as the operator's list has them. */
    public record Body(
            String id,
            String name,
            @Nullable String siren,
            @Nullable String rna) {}

    public List<Body> bodies(Bearer operator) {
        return http.list(operator, Body.class, Request.of("/v1/receipt-bodies")).items();
    }

    public Answer<Nothing> assign(Bearer operator, String campaign, String body) {
        return http.send(
                HttpMethod.PUT,
                operator,
                Nothing.class,
                Request.of("/v1/campaigns/{id}/beneficiary", campaign).body(Map.of("body", body)));
    }

    public Declaration declaration(Bearer reader, String body, int year) {
        return http.get(
                reader, Declaration.class, Request.of("/v1/receipt-bodies/{body}/declarations/{year}", body, year));
    }

    public void declarationFile(Bearer reader, String body, int year, FileReceiver receiver) {
        http.pass(reader, Request.of("/v1/receipt-bodies/{body}/declarations/{year}.csv", body, year), receiver);
    }

    public void paymentFile(Bearer member, String pledge, FileReceiver receiver) {
        http.pass(member, Request.of("/v1/pledges/{id}/payment-receipt.pdf", pledge), receiver);
    }

    public void taxFile(Bearer member, String pledge, FileReceiver receiver) {
        http.pass(member, Request.of(TAX + ".pdf", pledge), receiver);
    }

    /** All of the member's pledges. */
    public void pledgesFile(Bearer member, FileReceiver receiver) {
        http.pass(member, Request.of("/v1/me/pledges.csv"), receiver);
    }
}
