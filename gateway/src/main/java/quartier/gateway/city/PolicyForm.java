package quartier.gateway.city;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A policy as it was typed: amounts in euros, rates in percent, criteria one a line as {@code id | French | English}. */
record PolicyForm(
        @Nullable String goalCap,
        @Nullable String overfundingCapPercent,
        @Nullable String minimumDays,
        @Nullable String maximumDays,
        @Nullable String commission,
        @Nullable String vat,
        List<String> pledgeKinds,
        @Nullable String criteria,
        @Nullable String supportPercent,
        @Nullable String supportBackers,
        @Nullable String loanPerLender,
        @Nullable String loanGrace,
        @Nullable String loanInstalments,
        @Nullable String serviceDays,
        @Nullable String secondEyesAbove,
        @Nullable String rewardsRequired,
        @Nullable String symbolicPercent,
        @Nullable String needsRequired,
        @Nullable String effectiveOn,
        @Nullable String note,
        @Nullable String version) {

    private static final JsonMapper JSON = JsonMapper.shared();

    PolicyForm {
        pledgeKinds = pledgeKinds == null ? List.of() : List.copyOf(pledgeKinds);
    }

    /** Of the policy that holds in a territory now, its own or an inherited one. */
    static PolicyForm of(JsonNode territory) {
        JsonNode policy = territory.path("policy");
        return new PolicyForm(
                euros(policy.at("/goalCap/amount")),
                policy.path("overfundingCapPercent").asString(""),
                policy.path("minimumDays").asString(""),
                policy.path("maximumDays").asString(""),
                percent(policy.path("commissionBasisPoints")),
                percent(policy.path("vatBasisPoints")),
                policy.path("pledgeKinds")
                        .valueStream()
                        .map(kind -> kind.asString(""))
                        .toList(),
                String.join(
                        "\n",
                        policy.path("reviewCriteria")
                                .valueStream()
                                .map(PolicyForm::line)
                                .toList()),
                policy.at("/support/minimumPercent").asString(""),
                policy.at("/support/minimumBackers").asString(""),
                euros(policy.at("/loans/perLender/amount")),
                policy.at("/loans/graceMonths").asString(""),
                policy.at("/loans/instalments").asString(""),
                policy.at("/review/serviceDays").asString(""),
                euros(policy.at("/review/secondEyesAbove/amount")),
                policy.at("/rails/rewardsRequired").asBoolean(false) ? "oui" : null,
                policy.at("/rails/symbolicPercent").asString("100"),
                policy.at("/rails/needsRequired").asBoolean(false) ? "oui" : null,
                null,
                null,
                territory.path("version").asString("0"));
    }

    long versionOrZero() {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    public boolean takes(String kind) {
        return pledgeKinds.contains(kind);
    }

    /** Whether every number can be read; the catalog says whether they make sense. */
    boolean isReadable() {
        List<@Nullable String> whole = new ArrayList<>();
        for (String typed : new String[] {
            overfundingCapPercent,
            minimumDays,
            maximumDays,
            supportPercent,
            supportBackers,
            serviceDays,
            symbolicPercent
        }) {
            whole.add(typed);
        }
        return whole.stream().allMatch(typed -> typed != null && typed.strip().matches("\\d{1,6}"))
                && rate(commission).isPresent()
                && rate(vat).isPresent()
                && Euros.parse(goalCap).isPresent()
                && (blank(secondEyesAbove) || Euros.parse(secondEyesAbove).isPresent())
                && (!takes("interest_free_loan") || hasReadableLoans());
    }

    private boolean hasReadableLoans() {
        return Euros.parse(loanPerLender).isPresent()
                && loanGrace != null
                && loanGrace.strip().matches("\\d{1,3}")
                && loanInstalments != null
                && loanInstalments.strip().matches("\\d{1,3}");
    }

    /** As the catalog wants it. */
    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode policy = body.putObject("policy");
        policy.put("currency", "EUR");
        money(policy, "goalCap", goalCap);
        policy.put("overfundingCapPercent", whole(overfundingCapPercent));
        policy.put("minimumDays", whole(minimumDays));
        policy.put("maximumDays", whole(maximumDays));
        policy.put("commissionBasisPoints", rate(commission).orElse(0));
        policy.put("vatBasisPoints", rate(vat).orElse(0));
        ArrayNode kinds = policy.putArray("pledgeKinds");
        pledgeKinds.forEach(kinds::add);
        criteria(policy.putArray("reviewCriteria"));
        policy.putObject("support")
                .put("minimumPercent", whole(supportPercent))
                .put("minimumBackers", whole(supportBackers));
        if (takes("interest_free_loan")) {
            ObjectNode loans = policy.putObject("loans");
            money(loans, "perLender", loanPerLender);
            loans.put("graceMonths", whole(loanGrace)).put("instalments", whole(loanInstalments));
        }
        ObjectNode review = policy.putObject("review").put("serviceDays", whole(serviceDays));
        money(review, "secondEyesAbove", secondEyesAbove);
        policy.putObject("rails")
                .put("rewardsRequired", rewardsRequired != null)
                .put("symbolicPercent", whole(symbolicPercent))
                .put("needsRequired", needsRequired != null);
        if (!blank(effectiveOn)) {
            body.put("effectiveOn", effectiveOn);
        }
        body.put("note", note == null ? "" : note.strip());
        return body;
    }

    private void criteria(ArrayNode into) {
        if (criteria == null) {
            return;
        }
        criteria.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\\|", -1);
            String french = parts.length > 1 ? parts[1].strip() : "";
            into.addObject()
                    .put("id", parts[0].strip())
                    .put("fr", french)
                    .put("en", parts.length > 2 ? parts[2].strip() : french);
        });
    }

    private static String line(JsonNode criterion) {
        return String.join(
                " | ",
                criterion.path("id").asString(""),
                criterion.path("fr").asString(""),
                criterion.path("en").asString(""));
    }

    private static void money(ObjectNode into, String field, @Nullable String typed) {
        Euros.parse(typed)
                .ifPresent(money ->
                        into.putObject(field).put("amount", money.amount()).put("currency", money.currency()));
    }

    private static int whole(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : 0;
    }

    /** « 6,5 » percent are 650 basis points. */
    private static Optional<Integer> rate(@Nullable String typed) {
        if (typed == null || !typed.strip().matches("\\d{1,3}([.,]\\d{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(typed.strip().replace(',', '.'))
                .movePointRight(2)
                .intValueExact());
    }

    private static String percent(JsonNode basisPoints) {
        return BigDecimal.valueOf(basisPoints.asLong(0), 2).stripTrailingZeros().toPlainString();
    }

    private static String euros(JsonNode minorUnits) {
        return minorUnits.isMissingNode() ? "" : Euros.typed(new Money(minorUnits.asLong(0), "EUR"));
    }

    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
