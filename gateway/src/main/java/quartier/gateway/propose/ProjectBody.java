package quartier.gateway.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.call.Refusal.FieldError;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.Euros;

/** Turns what was typed into the body that the catalog wants, and says which texts are no amounts or numbers. */
final class ProjectBody {

    private final Map<String, Object> body = new LinkedHashMap<>();
    private final List<FieldError> unreadable = new ArrayList<>();
    private final String notAnAmount;
    private final String notANumber;

    private ProjectBody(String notAnAmount, String notANumber) {
        this.notAnAmount = notAnAmount;
        this.notANumber = notANumber;
    }

    static ProjectBody of(ProjectForm form, @Nullable Territory territory, String notAnAmount, String notANumber) {
        var made = new ProjectBody(notAnAmount, notANumber);
        made.text(made.body, "territory", form.territory());
        made.text(made.body, "title", form.title());
        made.text(made.body, "pitch", form.pitch());
        made.text(made.body, "story", form.story());
        made.text(made.body, "district", form.district());
        made.place(form, territory);
        made.text(made.body, "theme", form.theme());
        made.text(made.body, "ownerKind", form.ownerKind());
        made.money(made.body, "goal", form.goal(), "goal");
        made.number(made.body, "durationDays", form.durationDays(), "durationDays");
        made.rows(form);
        made.publicBody(form);
        made.text(made.body, "call", form.call());
        made.text(made.body, "licence", form.licence());
        return made;
    }

    Map<String, Object> asMap() {
        return body;
    }

    List<FieldError> unreadable() {
        return List.copyOf(unreadable);
    }

    /** A place with a name only stands in the middle of its territory. */
    private void place(ProjectForm form, @Nullable Territory territory) {
        Double lat = degrees(form.lat());
        Double lon = degrees(form.lon());
        Territory.Point centre = territory == null ? null : territory.centre();
        boolean named = form.place() != null && !form.place().isBlank();
        if ((lat == null || lon == null) && named && centre != null) {
            lat = centre.lat();
            lon = centre.lon();
        }
        if (lat != null && lon != null) {
            Map<String, Object> place = new LinkedHashMap<>();
            text(place, "label", form.place());
            place.put("lat", lat);
            place.put("lon", lon);
            body.put("place", place);
        }
    }

    private void rows(ProjectForm form) {
        List<Object> stretch = new ArrayList<>();
        for (String sum : form.stretchGoals()) {
            Map<String, Object> row = new LinkedHashMap<>();
            money(row, "amount", sum, "stretchGoals[" + stretch.size() + "]");
            stretch.add(row.getOrDefault("amount", Map.of()));
        }
        body.put("stretchGoals", stretch);
        List<Object> other = new ArrayList<>();
        for (ProjectForm.OtherRow funding : form.otherFunding()) {
            Map<String, Object> row = new LinkedHashMap<>();
            text(row, "source", funding.source());
            money(row, "amount", funding.amount(), "otherFunding[" + other.size() + "].amount");
            other.add(row);
        }
        body.put("otherFunding", other);
        List<Object> budget = new ArrayList<>();
        for (ProjectForm.OtherRow line : form.budget()) {
            Map<String, Object> row = new LinkedHashMap<>();
            text(row, "source", line.source());
            money(row, "amount", line.amount(), "budget[" + budget.size() + "].amount");
            budget.add(row);
        }
        body.put("budget", budget);
        List<Object> tiers = new ArrayList<>();
        for (ProjectForm.TierRow tier : form.tiers()) {
            String at = "tiers[" + tiers.size() + "].";
            Map<String, Object> row = new LinkedHashMap<>();
            text(row, "id", tier.id());
            money(row, "amount", tier.amount(), at + "amount");
            text(row, "reward", tier.reward());
            number(row, "stock", tier.stock(), at + "stock");
            text(row, "deliveryMonth", tier.deliveryMonth());
            worth(row, tier.marketValue(), at + "marketValue");
            text(row, "handover", tier.handover());
            tiers.add(row);
        }
        body.put("tiers", tiers);
        List<Object> needs = new ArrayList<>();
        for (ProjectForm.NeedRow need : form.needs()) {
            Map<String, Object> row = new LinkedHashMap<>();
            text(row, "id", need.id());
            text(row, "kind", need.kind());
            text(row, "title", need.title());
            number(row, "quantity", need.quantity(), "needs[" + needs.size() + "].quantity");
            text(row, "description", need.description());
            needs.add(row);
        }
        body.put("needs", needs);
    }

    private void publicBody(ProjectForm form) {
        Map<String, Object> mandate = new LinkedHashMap<>();
        text(mandate, "mandateReference", form.mandateReference());
        text(mandate, "mandateDate", form.mandateDate());
        text(mandate, "accountantApproval", form.accountantApproval());
        text(mandate, "beyondMission", form.beyondMission());
        if (!mandate.isEmpty()) {
            body.put("publicBody", mandate);
        }
    }

    private void text(Map<String, Object> into, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            into.put(field, value.strip());
        }
    }

    private void money(Map<String, Object> into, String field, @Nullable String typed, String path) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        Euros.parse(typed)
                .ifPresentOrElse(
                        amount -> into.put(field, amount),
                        () -> unreadable.add(new FieldError(path, "amount", notAnAmount)));
    }

    /** What a reward is worth: thanks are worth nothing, which is no amount to give. */
    private void worth(Map<String, Object> into, @Nullable String typed, String path) {
        if (typed != null && typed.strip().matches("0([.,]0{1,2})?")) {
            into.put("marketValue", Money.euros(0));
        } else {
            money(into, "marketValue", typed, path);
        }
    }

    private void number(Map<String, Object> into, String field, @Nullable String typed, String path) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        if (typed.strip().matches("\\d{1,6}")) {
            into.put(field, Integer.parseInt(typed.strip()));
        } else {
            unreadable.add(new FieldError(path, "number", notANumber));
        }
    }

    private static @Nullable Double degrees(@Nullable String typed) {
        return typed != null && typed.strip().matches("-?\\d{1,3}([.,]\\d{1,12})?")
                ? Double.valueOf(typed.strip().replace(',', '.'))
                : null;
    }
}
