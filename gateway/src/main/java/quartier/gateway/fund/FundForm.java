package quartier.gateway.fund;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;

/** A match fund as it was typed. */
record FundForm(
        @Nullable String nom,
        @Nullable String budget,
        @Nullable String regle,
        @Nullable String part,
        @Nullable String plancher,
        @Nullable String parContribution,
        @Nullable String parContributeur,
        @Nullable String parCollecte,
        @Nullable String somme,
        @Nullable String declencheur,
        @Nullable String seuil,
        @Nullable String territoire,
        @Nullable String thematique,
        @Nullable String fin,
        @Nullable String deliberation,
        @Nullable String date,
        @Nullable String convention,
        String idempotencyKey) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    FundForm {
        idempotencyKey = idempotencyKey == null ? "" : idempotencyKey;
    }

    static FundForm fresh(String key) {
        return new FundForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                key);
    }

    FundForm again(String key) {
        return new FundForm(
                nom,
                budget,
                regle,
                part,
                plancher,
                parContribution,
                parContributeur,
                parCollecte,
                somme,
                declencheur,
                seuil,
                territoire,
                thematique,
                fin,
                deliberation,
                date,
                convention,
                key);
    }

    boolean isLumpSum() {
        return "lump_sum".equals(regle);
    }

    Map<String, Object> body(String supporter) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("supporter", supporter);
        body.put("name", nom == null ? "" : nom.strip());
        body.put("budget", Euros.parse(budget).orElse(new Money(0, "EUR")));
        body.put("rule", isLumpSum() ? lumpSum() : proportional());
        put(body, "territory", territoire);
        put(body, "theme", thematique);
        Instant until = until();
        if (until != null) {
            body.put("until", until);
        }
        Map<String, Object> instrument = new LinkedHashMap<>();
        put(instrument, "deliberation", deliberation);
        put(instrument, "date", date);
        put(instrument, "convention", convention);
        if (!instrument.isEmpty()) {
            body.put("instrument", instrument);
        }
        return body;
    }

    private Map<String, Object> proportional() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("kind", "proportional");
        rule.put("ratioBasisPoints", number(part, 2));
        rule.put("fromMinorUnits", number(plancher, 2));
        putAmount(rule, "perPledgeMinorUnits", parContribution);
        putAmount(rule, "perBackerMinorUnits", parContributeur);
        putAmount(rule, "perCampaignMinorUnits", parCollecte);
        return rule;
    }

    private Map<String, Object> lumpSum() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("kind", "lump_sum");
        rule.put("amountMinorUnits", number(somme, 2));
        put(rule, "trigger", declencheur);
        rule.put("reached", number(seuil, "amount".equals(declencheur) ? 2 : 0));
        return rule;
    }

    /** The day that was typed belongs to the window. */
    private @Nullable Instant until() {
        try {
            return fin == null || fin.isBlank()
                    ? null
                    : LocalDate.parse(fin.strip())
                            .plusDays(1)
                            .atStartOfDay(PARIS)
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static void putAmount(Map<String, Object> rule, String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            rule.put(field, number(typed, 2));
        }
    }

    /** A number with so many digits after the comma as a whole one; 0 for none, and -1 for what is no number. */
    private static long number(@Nullable String typed, int digits) {
        if (typed == null || typed.isBlank()) {
            return 0;
        }
        try {
            String plain = typed.replaceAll("[\\s\\u00a0\\u202f€%]", "").replace(',', '.');
            return plain.length() > 15
                    ? -1
                    : new BigDecimal(plain).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException noSuchNumber) {
            return -1;
        }
    }

    private static void put(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }
}
