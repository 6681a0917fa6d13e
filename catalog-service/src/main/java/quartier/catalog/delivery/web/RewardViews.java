package quartier.catalog.delivery.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.delivery.Backed;
import quartier.catalog.delivery.DeliverRewards.Line;
import quartier.catalog.delivery.DeliverRewards.Sheet;
import quartier.catalog.delivery.Details;
import quartier.catalog.delivery.Missing;
import quartier.catalog.delivery.Parcel;
import quartier.catalog.delivery.ReceiveRewards.Expected;
import quartier.catalog.delivery.Survey;

/** Rewards as their team and their backers read them. */
final class RewardViews {

    private RewardViews() {}

    record AddressJson(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {

        static AddressJson of(Details.Address address) {
            return new AddressJson(
                    address.name(), address.street(), address.postcode(), address.city(), address.country());
        }

        Details.Address address() {
            return new Details.Address(text(name), text(street), text(postcode), text(city), text(country));
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "").strip();
        }
    }

    record LineView(
            String pledge,
            String backer,
            String tier,
            String state,
            @Nullable Instant preparedAt,
            @Nullable Instant sentAt,
            @Nullable Instant receivedAt,
            @Nullable Map<String, String> choices,
            @Nullable AddressJson address) {}

    record RewardView(
            String tier,
            String reward,
            @Nullable String handover,
            @Nullable String deliveryMonth) {}

    /** @param remindableFrom maybe past; absent where nobody was ever asked */
    record MissingView(String tier, int backers, @Nullable Instant remindableFrom) {}

    record SheetView(
            boolean delivering,
            List<RewardView> rewards,
            List<RewardController.SurveyView> surveys,
            List<MissingView> missing,
            List<LineView> items) {}

    record ExpectedView(
            String pledge,
            String project,
            String projectSlug,
            String projectTitle,
            boolean delivering,
            RewardView reward,
            boolean addressNeeded,
            String state,
            @Nullable Instant sentAt,
            @Nullable Instant receivedAt,
            List<RewardController.QuestionJson> questions,
            @Nullable Map<String, String> choices,
            @Nullable AddressJson address) {}

    static SheetView sheet(Sheet sheet) {
        return new SheetView(
                sheet.project().delivering(),
                sheet.project().rewards().stream().map(RewardViews::reward).toList(),
                sheet.surveys().stream().map(RewardController.SurveyView::of).toList(),
                sheet.missing().stream().map(RewardViews::missing).toList(),
                sheet.lines().stream().map(RewardViews::line).toList());
    }

    static ExpectedView expected(Expected expected) {
        Parcel parcel = expected.parcel();
        Details told = expected.told().orElse(null);
        return new ExpectedView(
                parcel.pledge(),
                parcel.project(),
                expected.project().slug(),
                expected.project().title(),
                expected.project().delivering(),
                reward(expected.reward()),
                expected.reward().shipped(),
                state(parcel),
                parcel.sentAt(),
                parcel.receivedAt(),
                expected.survey().map(Survey::questions).orElse(List.of()).stream()
                        .map(RewardController.QuestionJson::of)
                        .toList(),
                told == null ? null : told.choices(),
                told == null || told.address() == null ? null : AddressJson.of(told.address()));
    }

    private static MissingView missing(Missing missing) {
        return new MissingView(
                missing.tier(), missing.backers(), missing.remindableFrom().orElse(null));
    }

    private static LineView line(Line line) {
        Parcel parcel = line.parcel();
        Details told = line.details().orElse(null);
        return new LineView(
                parcel.pledge(),
                parcel.backer(),
                Objects.requireNonNull(parcel.tier(), "a line has a reward"),
                state(parcel),
                parcel.preparedAt(),
                parcel.sentAt(),
                parcel.receivedAt(),
                told == null ? null : told.choices(),
                told == null || told.address() == null ? null : AddressJson.of(told.address()));
    }

    private static RewardView reward(Backed.Reward reward) {
        return new RewardView(reward.tier(), reward.name(), reward.handover(), reward.deliveryMonth());
    }

    private static String state(Parcel parcel) {
        return parcel.state().name().toLowerCase(Locale.ROOT);
    }
}
