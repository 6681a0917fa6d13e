package quartier.catalog.project.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of POST and PUT, as the caller wrote it; {@link FormReading} makes a form of it. */
record ProjectRequest(
        @Nullable String territory,
        @Nullable String title,
        @Nullable String pitch,
        @Nullable String story,
        @Nullable String district,
        @Nullable PlaceJson place,
        @Nullable String theme,
        @Nullable String ownerKind,
        @Nullable MoneyJson goal,
        @Nullable List<MoneyJson> stretchGoals,
        @Nullable Integer durationDays,
        @Nullable List<FundingJson> otherFunding,
        @Nullable List<TierJson> tiers,
        @Nullable List<NeedJson> needs,
        @Nullable MandateJson publicBody,
        @Nullable String call,
        @Nullable List<FundingJson> budget,
        @Nullable String licence) {

    record PlaceJson(
            @Nullable String label,
            @Nullable Double lat,
            @Nullable Double lon) {}

    record FundingJson(@Nullable String source, @Nullable MoneyJson amount) {}

    record TierJson(
            @Nullable String id,
            @Nullable MoneyJson amount,
            @Nullable String reward,
            @Nullable Integer stock,
            @Nullable String deliveryMonth,
            @Nullable MoneyJson marketValue,
            @Nullable String handover) {}

    record NeedJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer quantity,
            @Nullable String description) {}

    record MandateJson(
            @Nullable String mandateReference,
            @Nullable String mandateDate,
            @Nullable String accountantApproval,
            @Nullable String beyondMission) {}
}
