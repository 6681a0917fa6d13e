package quartier.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Saint-Étienne's fund: a tenth of each pledge to project 14, with 1,000 € at most, there before the first pledge. */
final class MatchFund {

    private static final int MATCHED_PROJECT = 14;
    private static final String CITY = "ville-de-saint-etienne";
    private static final int RATIO_PERCENT = 10;
    private static final long BUDGET_EUROS = 1_000;
    private static final Duration OPEN_FOR = Duration.ofDays(90);
    private static final int DECIDED_DAYS_BEFORE = 30;

    private final Api api;
    private final People people;

    MatchFund(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    /** What the fund adds to the pledges, so that both together are what the sheet says. */
    static long addsTo(DemoProject project) {
        return isFor(project) ? project.collectedEuros() * RATIO_PERCENT / (100 + RATIO_PERCENT) : 0;
    }

    /** Set up, confirmed, opened and reserved; returns once the campaign has heard of it. */
    void reserve(DemoProject project, String campaign, Instant now) throws InterruptedException {
        if (!isFor(project)) {
            return;
        }
        String luc = people.named("luc");
        String fund = "support/v1/funds/"
                + api.post(luc, "support/v1/funds", "demo-fund", terms(now))
                        .path("id")
                        .asString();
        api.post(
                people.named("odile"),
                fund + "/confirm-money",
                "demo-fund-money",
                Map.of("reference", "VIR-2026-0914", "amount", DemoForm.money(BUDGET_EUROS)));
        api.post(luc, fund + "/open", "demo-fund-open", Map.of());
        api.getUntil(
                luc,
                "support/v1/radar?minimumPercent=0&minimumBackers=0&limit=100&supporter=" + CITY,
                radar -> shows(radar, campaign));
        api.put(luc, fund + "/allowances/" + campaign, Map.of("amount", DemoForm.money(BUDGET_EUROS)));
        api.getUntil(
                "",
                "pledge/v1/campaigns/" + campaign,
                answer -> !answer.path("allowances").isEmpty());
    }

    /** Waits until the campaign says that it was matched as planned. */
    void verify(DemoProject project, String campaign) throws InterruptedException {
        if (isFor(project)) {
            api.getUntil(
                    "",
                    "pledge/v1/campaigns/" + campaign,
                    answer -> answer.path("matched").path("amount").asLong(-1) == addsTo(project) * 100);
        }
    }

    private static boolean isFor(DemoProject project) {
        return project.number() == MATCHED_PROJECT;
    }

    private static boolean shows(JsonNode radar, String campaign) {
        return StreamSupport.stream(radar.path("items").spliterator(), false)
                .anyMatch(item -> item.path("project").asString("").equals(campaign));
    }

    private static Map<String, Object> terms(Instant now) {
        LocalDate decided = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DECIDED_DAYS_BEFORE);
        return Map.of(
                "supporter",
                CITY,
                "name",
                "Coup de pouce stéphanois",
                "budget",
                DemoForm.money(BUDGET_EUROS),
                "rule",
                Map.of("kind", "proportional", "ratioBasisPoints", RATIO_PERCENT * 100),
                "territory",
                "saint-etienne",
                "until",
                now.plus(OPEN_FOR).toString(),
                "instrument",
                Map.of("deliberation", "2026-204", "date", decided.toString()));
    }
}
