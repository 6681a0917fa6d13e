package quartier.catalog.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Funding;
import quartier.catalog.project.Mandate;
import quartier.catalog.project.Money;
import quartier.catalog.project.Need;
import quartier.catalog.project.Place;
import quartier.catalog.project.ProjectForm;
import quartier.catalog.project.Rule;
import quartier.catalog.project.Tier;
import quartier.catalog.project.web.ProjectRequest.FundingJson;
import quartier.catalog.project.web.ProjectRequest.MandateJson;
import quartier.catalog.project.web.ProjectRequest.NeedJson;
import quartier.catalog.project.web.ProjectRequest.PlaceJson;
import quartier.catalog.project.web.ProjectRequest.TierJson;
import quartier.platform.web.Problem;

/**
 * Reads a request into the domain's form. A draft may lack whole fields, but an amount without a currency or a place
 * without coordinates is nothing: those are told with their field.
 */
final class FormReading {

    private final List<Problem.Field> missing = new ArrayList<>();

    private FormReading() {}

    /** @throws Problem 422 with the fields that are half written */
    static ProjectForm read(ProjectRequest request) {
        var reading = new FormReading();
        ProjectForm form = reading.form(request);
        if (!reading.missing.isEmpty()) {
            throw Problem.ofFields(reading.missing);
        }
        return form;
    }

    private ProjectForm form(ProjectRequest request) {
        return new ProjectForm(
                needed("territory", request.territory()),
                request.title(),
                request.pitch(),
                request.story(),
                unlessBlank(request.district()),
                request.place() == null ? null : place(request.place()),
                request.theme(),
                request.ownerKind(),
                request.goal() == null ? null : money("goal", request.goal()),
                each("stretchGoals", request.stretchGoals(), this::money),
                request.durationDays(),
                each("otherFunding", request.otherFunding(), this::funding),
                each("tiers", request.tiers(), this::tier),
                each("needs", request.needs(), this::need),
                request.publicBody() == null ? null : mandate(request.publicBody()),
                unlessBlank(request.call()),
                each("budget", request.budget(), this::funding),
                unlessBlank(request.licence()));
    }

    private Place place(PlaceJson place) {
        return new Place(
                Objects.requireNonNullElse(place.label(), ""),
                needed("place.lat", place.lat(), 0d),
                needed("place.lon", place.lon(), 0d));
    }

    private Funding funding(String field, FundingJson funding) {
        return new Funding(
                Objects.requireNonNullElse(funding.source(), ""), money(field + ".amount", funding.amount()));
    }

    private Tier tier(String field, TierJson tier) {
        return new Tier(
                Objects.requireNonNullElse(tier.id(), ""),
                money(field + ".amount", tier.amount()),
                Objects.requireNonNullElse(tier.reward(), ""),
                tier.stock(),
                unlessBlank(tier.deliveryMonth()),
                tier.marketValue() == null ? null : money(field + ".marketValue", tier.marketValue()),
                unlessBlank(tier.handover()));
    }

    private Need need(String field, NeedJson need) {
        return new Need(
                Objects.requireNonNullElse(need.id(), ""),
                Objects.requireNonNullElse(need.kind(), ""),
                Objects.requireNonNullElse(need.title(), ""),
                needed(field + ".quantity", need.quantity(), 0),
                unlessBlank(need.description()));
    }

    private static Mandate mandate(MandateJson mandate) {
        return new Mandate(
                unlessBlank(mandate.mandateReference()),
                unlessBlank(mandate.mandateDate()),
                unlessBlank(mandate.accountantApproval()),
                unlessBlank(mandate.beyondMission()));
    }

    private Money money(String field, @Nullable MoneyJson money) {
        if (money == null) {
            needed(field, null);
            return new Money(0, "");
        }
        return new Money(needed(field + ".amount", money.amount(), 0L), needed(field + ".currency", money.currency()));
    }

    private static <J, T> List<T> each(String field, @Nullable List<J> entries, BiFunction<String, J, T> read) {
        List<T> all = new ArrayList<>();
        for (int i = 0; entries != null && i < entries.size(); i++) {
            all.add(read.apply(field + "[" + i + "]", entries.get(i)));
        }
        return all;
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private String needed(String field, @Nullable String value) {
        return needed(field, value, "");
    }

    private <T> T needed(String field, @Nullable T value, T otherwise) {
        if (value == null) {
            missing.add(Problem.Field.of(field, Rule.REQUIRED.id()));
            return otherwise;
        }
        return value;
    }
}
