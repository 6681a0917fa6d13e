package quartier.catalog.project.web;

import quartier.catalog.project.Mandate;
import quartier.catalog.project.Place;
import quartier.catalog.project.ProjectForm;
import quartier.catalog.project.web.ProjectRequest.FundingJson;
import quartier.catalog.project.web.ProjectRequest.MandateJson;
import quartier.catalog.project.web.ProjectRequest.NeedJson;
import quartier.catalog.project.web.ProjectRequest.PlaceJson;
import quartier.catalog.project.web.ProjectRequest.TierJson;

/** Writes a form as it would be sent again. */
final class FormWriting {

    private FormWriting() {}

    static ProjectRequest write(ProjectForm form) {
        return new ProjectRequest(
                form.territory(),
                form.title(),
                form.pitch(),
                form.story(),
                form.district(),
                form.place() == null ? null : place(form.place()),
                form.theme(),
                form.ownerKind(),
                form.goal() == null ? null : MoneyJson.of(form.goal()),
                form.stretchGoals().stream().map(MoneyJson::of).toList(),
                form.durationDays(),
                form.otherFunding().stream()
                        .map(funding -> new FundingJson(funding.source(), MoneyJson.of(funding.amount())))
                        .toList(),
                form.tiers().stream()
                        .map(tier -> new TierJson(
                                tier.id(),
                                MoneyJson.of(tier.amount()),
                                tier.reward(),
                                tier.stock(),
                                tier.deliveryMonth(),
                                tier.marketValue() == null ? null : MoneyJson.of(tier.marketValue()),
                                tier.handover()))
                        .toList(),
                form.needs().stream()
                        .map(need ->
                                new NeedJson(need.id(), need.kind(), need.title(), need.quantity(), need.description()))
                        .toList(),
                form.publicBody() == null ? null : mandate(form.publicBody()),
                form.call(),
                form.budget().stream()
                        .map(line -> new FundingJson(line.source(), MoneyJson.of(line.amount())))
                        .toList(),
                form.licence());
    }

    static PlaceJson place(Place place) {
        return new PlaceJson(place.label(), place.latitude(), place.longitude());
    }

    private static MandateJson mandate(Mandate mandate) {
        return new MandateJson(
                mandate.reference(), mandate.date(), mandate.accountantApproval(), mandate.beyondMission());
    }
}
