package quartier.gateway.radar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.gateway.page.Euros;

/** A support offer as it was typed. */
record SupportForm(
        @Nullable String nature,
        @Nullable String titre,
        @Nullable String description,
        @Nullable String montant,
        @Nullable String deliberation,
        @Nullable String date,
        @Nullable String convention,
        @Nullable String conditions,
        String idempotencyKey) {

    SupportForm {
        idempotencyKey = idempotencyKey == null ? "" : idempotencyKey;
    }

    static SupportForm fresh(String key) {
        return new SupportForm(null, null, null, null, null, null, null, null, key);
    }

    SupportForm again(String key) {
        return new SupportForm(nature, titre, description, montant, deliberation, date, convention, conditions, key);
    }

    Map<String, Object> body(String supporter, String project) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("supporter", supporter);
        body.put("project", project);
        put(body, "kind", nature);
        put(body, "title", titre);
        put(body, "description", description);
        Euros.parse(montant).ifPresent(amount -> body.put("amount", amount));
        Map<String, Object> instrument = new LinkedHashMap<>();
        put(instrument, "deliberation", deliberation);
        put(instrument, "date", date);
        put(instrument, "convention", convention);
        if (!instrument.isEmpty()) {
            body.put("instrument", instrument);
        }
        put(body, "conditions", conditions);
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }
}
