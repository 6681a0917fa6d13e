package quartier.gateway.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.Euros;

/**
 * A project as it is being typed: everything is text and may be missing. Rows that repeat (rewards, needs, stretch goals,
 * other sources) are added and taken away by submit buttons, so that no script is needed.
 */
record ProjectForm(
        @Nullable String territory,
        @Nullable String title,
        @Nullable String pitch,
        @Nullable String story,
        @Nullable String district,
        @Nullable String place,
        @Nullable String lat,
        @Nullable String lon,
        @Nullable String theme,
        @Nullable String ownerKind,
        @Nullable String goal,
        @Nullable String durationDays,
        List<String> stretchGoals,
        List<OtherRow> otherFunding,
        List<TierRow> tiers,
        List<NeedRow> needs,
        @Nullable String mandateReference,
        @Nullable String mandateDate,
        @Nullable String accountantApproval,
        @Nullable String beyondMission,
        @Nullable String call,
        List<OtherRow> budget,
        @Nullable String licence,
        @Nullable String version,
        @Nullable String idempotencyKey,
        @Nullable String action) {

    record TierRow(
            @Nullable String id,
            @Nullable String amount,
            @Nullable String reward,
            @Nullable String stock,
            @Nullable String deliveryMonth,
            @Nullable String marketValue,
            @Nullable String handover) {
        boolean isEmpty() {
            return blank(amount, reward, stock, deliveryMonth, marketValue);
        }

        static TierRow empty() {
            return new TierRow(null, null, null, null, null, null, null);
        }
    }

    record NeedRow(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String quantity,
            @Nullable String description) {
        boolean isEmpty() {
            return blank(title, description);
        }

        static NeedRow empty() {
            return new NeedRow(null, null, null, "1", null);
        }
    }

    record OtherRow(@Nullable String source, @Nullable String amount) {
        boolean isEmpty() {
            return blank(source, amount);
        }

        static OtherRow empty() {
            return new OtherRow(null, null);
        }
    }

    ProjectForm {
        stretchGoals = stretchGoals == null
                ? List.of()
                : stretchGoals.stream().map(sum -> sum == null ? "" : sum).toList();
        otherFunding = rows(otherFunding);
        budget = rows(budget);
        tiers = rows(tiers);
        needs = rows(needs);
    }

    /** @param call that the project is to answer; null for none */
    static ProjectForm fresh(String territory, @Nullable String call, String key) {
        return new ProjectForm(
                territory,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "45",
                List.of(""),
                List.of(OtherRow.empty()),
                List.of(TierRow.empty()),
                List.of(NeedRow.empty()),
                null,
                null,
                null,
                null,
                call,
                List.of(OtherRow.empty()),
                null,
                null,
                key,
                null);
    }

    static ProjectForm of(Project project) {
        Project.Place where = project.place();
        Project.PublicBody body = project.publicBody();
        return new ProjectForm(
                project.territory(),
                project.title(),
                project.pitch(),
                project.story(),
                project.district(),
                where == null ? null : where.label(),
                where == null ? null : String.valueOf(where.lat()),
                where == null ? null : String.valueOf(where.lon()),
                project.theme(),
                project.ownerKind(),
                Euros.typed(project.goal()),
                project.durationDays() == null ? null : project.durationDays().toString(),
                project.stretchGoals().stream().map(Euros::typed).toList(),
                project.otherFunding().stream()
                        .map(other -> new OtherRow(other.source(), Euros.typed(other.amount())))
                        .toList(),
                project.tiers().stream().map(ProjectForm::row).toList(),
                project.needs().stream().map(ProjectForm::row).toList(),
                body == null ? null : body.mandateReference(),
                body == null || body.mandateDate() == null
                        ? null
                        : body.mandateDate().toString(),
                body == null ? null : body.accountantApproval(),
                body == null ? null : body.beyondMission(),
                project.call(),
                project.budget().stream()
                        .map(line -> new OtherRow(line.source(), Euros.typed(line.amount())))
                        .toList(),
                project.licence(),
                String.valueOf(project.version()),
                null,
                null);
    }

    private static TierRow row(Project.Tier tier) {
        return new TierRow(
                tier.id(),
                Euros.typed(tier.amount()),
                tier.reward(),
                tier.stock() == null ? null : tier.stock().toString(),
                tier.deliveryMonth(),
                tier.marketValue() == null ? null : Euros.typed(tier.marketValue()),
                tier.handover());
    }

    private static NeedRow row(Project.Need need) {
        return new NeedRow(
                need.id(),
                need.kind(),
                need.title(),
                need.quantity() == null ? null : need.quantity().toString(),
                need.description());
    }

    /** The form after one of its row buttons: {@code add-tiers}, {@code remove-needs-2}. */
    ProjectForm afterRowButton() {
        String pressed = action == null ? "" : action;
        return rebuilt(
                changed(pressed, "stretchGoals", stretchGoals, ""),
                changed(pressed, "otherFunding", otherFunding, OtherRow.empty()),
                changed(pressed, "tiers", tiers, TierRow.empty()),
                changed(pressed, "needs", needs, NeedRow.empty()),
                changed(pressed, "budget", budget, OtherRow.empty()),
                idempotencyKey);
    }

    boolean isRowButton() {
        return action != null && (action.startsWith("add-") || action.startsWith("remove-"));
    }

    /** What was typed at one step, and everything else as it is stored. */
    ProjectForm over(ProjectForm stored, Step step) {
        return new ProjectForm(
                stored.territory,
                step == Step.IDEA ? title : stored.title,
                step == Step.IDEA ? pitch : stored.pitch,
                step == Step.STORY ? story : stored.story,
                step == Step.PLACE ? district : stored.district,
                step == Step.PLACE ? place : stored.place,
                step == Step.PLACE ? lat : stored.lat,
                step == Step.PLACE ? lon : stored.lon,
                step == Step.IDEA ? theme : stored.theme,
                step == Step.IDENTITY ? ownerKind : stored.ownerKind,
                step == Step.GOALS ? goal : stored.goal,
                step == Step.GOALS ? durationDays : stored.durationDays,
                step == Step.GOALS ? stretchGoals : stored.stretchGoals,
                step == Step.BUDGET ? otherFunding : stored.otherFunding,
                step == Step.REWARDS ? tiers : stored.tiers,
                step == Step.NEEDS ? needs : stored.needs,
                step == Step.IDENTITY ? mandateReference : stored.mandateReference,
                step == Step.IDENTITY ? mandateDate : stored.mandateDate,
                step == Step.IDENTITY ? accountantApproval : stored.accountantApproval,
                step == Step.IDENTITY ? beyondMission : stored.beyondMission,
                step == Step.IDEA ? call : stored.call,
                step == Step.BUDGET ? budget : stored.budget,
                step == Step.STORY ? licence : stored.licence,
                version,
                idempotencyKey,
                action);
    }

    /** With one empty row where a list has none, so that there is something to fill. */
    ProjectForm withRoom() {
        return rebuilt(
                room(stretchGoals, ""),
                room(otherFunding, OtherRow.empty()),
                room(tiers, TierRow.empty()),
                room(needs, NeedRow.empty()),
                room(budget, OtherRow.empty()),
                idempotencyKey);
    }

    private static <T> List<T> room(List<T> rows, T empty) {
        return rows.isEmpty() ? List.of(empty) : rows;
    }

    boolean isNext() {
        return "next".equals(action);
    }

    boolean isSubmit() {
        return "submit".equals(action);
    }

    /** Without the rows that nobody filled, so that the numbers in the service's answer are those of the page. */
    ProjectForm packed() {
        return rebuilt(
                stretchGoals.stream().filter(sum -> !sum.isBlank()).toList(),
                kept(otherFunding, OtherRow::isEmpty),
                kept(tiers, TierRow::isEmpty),
                kept(needs, NeedRow::isEmpty),
                kept(budget, OtherRow::isEmpty),
                idempotencyKey);
    }

    ProjectForm withKey(String key) {
        return rebuilt(stretchGoals, otherFunding, tiers, needs, budget, key);
    }

    long versionOrZero() {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    Money goalOrNothing() {
        return Euros.parse(goal).orElse(Money.euros(0));
    }

    private ProjectForm rebuilt(
            List<String> newStretch,
            List<OtherRow> newOther,
            List<TierRow> newTiers,
            List<NeedRow> newNeeds,
            List<OtherRow> newBudget,
            @Nullable String key) {
        return new ProjectForm(
                territory,
                title,
                pitch,
                story,
                district,
                place,
                lat,
                lon,
                theme,
                ownerKind,
                goal,
                durationDays,
                newStretch,
                newOther,
                newTiers,
                newNeeds,
                mandateReference,
                mandateDate,
                accountantApproval,
                beyondMission,
                call,
                newBudget,
                licence,
                version,
                key,
                action);
    }

    private static <T> List<T> changed(String pressed, String name, List<T> rows, T empty) {
        List<T> changed = new ArrayList<>(rows);
        if (pressed.equals("add-" + name)) {
            changed.add(empty);
        }
        IntStream.range(0, rows.size())
                .filter(row -> pressed.equals("remove-" + name + "-" + row))
                .findFirst()
                .ifPresent(row -> changed.remove(row));
        return changed;
    }

    private static <T> List<T> kept(List<T> rows, Function<T, Boolean> empty) {
        return rows.stream().filter(row -> !empty.apply(row)).toList();
    }

    private static <T> List<T> rows(@Nullable List<T> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(row -> row != null).toList();
    }

    private static boolean blank(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
