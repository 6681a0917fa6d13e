package quartier.pledge.edge;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What the tests have in common: campaigns to pledge to, organisations, and the usual pledge. */
@TestComponent
final class Scene {

    static final String ACCEPTED = "4242 4242 4242 4242";
    static final String DECLINED = "4000000000000002";
    static final String INSUFFICIENT_FUNDS = "4000000000009995";
    static final String NEEDS_AUTHENTICATION = "4000000000003220";
    static final String ANSWERS_LATE = "4000000000000077";
    static final String REFUND_FAILS = "4000000000005126";
    static final String REPEATS_ITSELF = "4000000000000259";
    static final String NEVER_ANSWERS = "4000000000000119";
    static final String DISPUTED_AND_WON = "4000000000001976";
    static final String DISPUTED_AND_LOST = "4000000000002685";
    static final String SEPA_DEBIT = "6000000000003201";

    static final Duration LASTS = Duration.ofDays(30);

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;

    Scene(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Registers the member as a payee and passes the bank's identity check, once. */
    void verifiedPayee(String member) {
        verifiedPayee(member, "usual");
    }

    /** @param account as on the bank's page: {@code usual}, {@code fails}, {@code returns} */
    void verifiedPayee(String member, String account) {
        if (!payeeOf(member).at("/status").equals("verified")) {
            Answer registered = as(member).post("/v1/payees", Map.of("returnUrl", "https://quartier.example/retour"));
            http.post(URI.create(registered.at("/onboarding")).getPath() + "/approve?account=" + account);
            await().until(() -> payeeOf(member).at("/status").equals("verified"));
        }
    }

    Answer payeeOf(String member) {
        return as(member).get("/v1/me/payee");
    }

    /** Goal 100 €, cap 150 €; t1 from 5 € without limit, t2 from 15 € for two backers. */
    String campaign() {
        return campaign(10_000, 15_000);
    }

    /** Takes loans of up to 50 € by each lender, repaid in three instalments after two months. */
    String campaignWithLoans() {
        verifiedPayee("alexis");
        return launch(
                10_000,
                15_000,
                "alexis",
                Map.of(
                        "pledgeKinds",
                        List.of("gift", "gift_with_reward", "interest_free_loan"),
                        "loans",
                        Map.of("perLender", 5_000, "graceMonths", 2, "instalments", 3)));
    }

    /** Its owner, Alexis, is a verified payee. */
    String campaign(long goal, long cap) {
        verifiedPayee("alexis");
        return campaign(goal, cap, "alexis");
    }

    String campaign(long goal, long cap, String owner) {
        return launch(goal, cap, owner, Map.of("pledgeKinds", List.of("gift", "gift_with_reward")));
    }

    private String launch(long goal, long cap, String owner, Map<String, Object> kinds) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> launched = new LinkedHashMap<>(project(id));
        launched.put("owner", TestTokens.idOf(owner));
        launched.put("launchedAt", clock.instant().toString());
        Map<String, Object> terms = new LinkedHashMap<>(Map.of(
                "currency",
                "EUR",
                "goal",
                goal,
                "cap",
                cap,
                "deadline",
                clock.instant().plus(LASTS).truncatedTo(ChronoUnit.SECONDS).toString(),
                "commissionBasisPoints",
                600,
                "vatBasisPoints",
                2000,
                "stretchGoals",
                List.of(),
                "tiers",
                List.of(
                        Map.of("id", "t1", "amount", 500, "reward", "Un café"),
                        Map.of("id", "t2", "amount", 1500, "reward", "Un repas", "stock", 2))));
        terms.putAll(kinds);
        launched.put("terms", terms);
        tell("launched", id, 5, launched);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.get("/v1/campaigns/" + id).status() == 200);
        return id;
    }

    /** A project's event without more than every project event has. */
    void tell(String type, String project, long sequence) {
        tell(type, project, sequence, project(project));
    }

    /** The owner offers this reward to nobody new. */
    void closesTier(String project, long sequence, String tier) {
        Map<String, Object> closed = new LinkedHashMap<>(project(project));
        closed.put("tier", tier);
        tell("tier-closed", project, sequence, closed);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> campaignOf(project)
                        .json()
                        .path("tiers")
                        .valueStream()
                        .anyMatch(one -> one.path("id").asString().equals(tier)
                                && one.path("closed").asBoolean()));
    }

    private void tell(String type, String project, long sequence, Map<String, Object> data) {
        events.publish("quartier.catalog.projects", "quartier.project." + type + ".v1", project, sequence, data);
    }

    private static Map<String, Object> project(String id) {
        return Map.of(
                "project", id,
                "slug", "le-kfe",
                "title", "Le Kfé",
                "territory", "lyon",
                "territoryPath", List.of("auvergne-rhone-alpes", "lyon"),
                "theme", "lien-social",
                "ownerKind", "association",
                "owner", "m-alexis");
    }

    /** An approved organisation with one agent. */
    String supporter(String kind, String agent) {
        String id = "org-" + UUID.randomUUID();
        events.publish(
                "quartier.support.supporters",
                "quartier.supporter.approved.v1",
                id,
                2,
                Map.of("supporter", id, "name", "Froid du Rhône", "kind", kind, "agents", List.of("m-" + agent)));
        return id;
    }

    TestHttp as(String member) {
        return http.as(tokens.member(member));
    }

    static Map<String, Object> pledge(String campaign, long amount) {
        return pledge(campaign, amount, ACCEPTED);
    }

    static Map<String, Object> pledge(String campaign, long amount, String card) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("campaign", campaign);
        body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        body.put("visibility", "name");
        body.put("payment", Map.of("card", card));
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    /** Pledges by this member under a new key. */
    Answer pledges(String member, Map<String, Object> body) {
        return as(member).withKey().post("/v1/pledges", body);
    }

    /** Changes this member's pledge under a new key. */
    Answer changes(String member, Answer pledge, Map<String, Object> body) {
        return as(member).withKey().post("/v1/pledges/" + pledge.at("/id") + "/changes", body);
    }

    /** A change to this amount, paid with an accepted card. */
    static Map<String, Object> change(long amount) {
        return change(amount, ACCEPTED);
    }

    static Map<String, Object> change(long amount, String card) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", Map.of("amount", amount, "currency", "EUR"));
        body.put("payment", Map.of("card", card));
        return body;
    }

    TestHttp staff(String member, String... roles) {
        return http.as(tokens.with(member, roles));
    }

    TestHttp operator() {
        return staff("odile", "operator");
    }

    /** What an operator's list says of this campaign; lists follow the journal within moments. */
    JsonNode awaitItem(String path, String campaign) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> item(operator().get(path), campaign).isPresent());
        return item(operator().get(path), campaign).orElseThrow();
    }

    static Optional<JsonNode> item(Answer page, String campaign) {
        return page.json()
                .path("items")
                .valueStream()
                .filter(found -> found.path("campaign").asString().equals(campaign))
                .findFirst();
    }

    Answer campaignOf(String campaign) {
        return http.get("/v1/campaigns/" + campaign);
    }

    Answer statementOf(String campaign) {
        return http.as(tokens.with("odile", "operator")).get("/v1/campaigns/" + campaign + "/statement?limit=100");
    }

    void retriesPayout(String campaign) {
        http.as(tokens.with("odile", "operator")).post("/v1/campaigns/" + campaign + "/payouts/main/retry");
    }

    String stateOf(String member, Answer pledge) {
        return as(member).get("/v1/pledges/" + pledge.at("/id")).at("/state");
    }

    void awaitState(String campaign, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> campaignOf(campaign).at("/state").equals(state));
    }

    void awaitSettled(String campaign) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> statementOf(campaign).json().path("settled").asBoolean());
    }

    void awaitState(String member, Answer pledge, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stateOf(member, pledge).equals(state));
    }

    /** To the bank's page of this pledge, by its path. */
    static String bankPage(Answer pledge) {
        return URI.create(pledge.at("/action/url")).getPath();
    }

    void passDeadline() {
        clock.advance(LASTS.plusSeconds(1));
    }

    Instant now() {
        return clock.instant();
    }
}
