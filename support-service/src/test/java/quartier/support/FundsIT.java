package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A sponsor completes pledges: over HTTP, and on the bus. */
@QuartierIT
class FundsIT {

    private static final String ALLOWANCES = "quartier.support.allowances";

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    Bus bus;
    Organisations organisations;
    String bank;
    TestHttp marc;

    @BeforeEach
    void signIn() {
        bus = new Bus(events);
        organisations = new Organisations(http, tokens);
        bank = organisations.approved("marc", "private");
        marc = http.as(tokens.member("marc"));
    }

    @Test
    void reservesFromAFundWhoseMoneyIsThereAndTellsTheCampaign() {
        String campaign = launched();
        Answer made = marc.withKey().post("/v1/funds", fund(500_000));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("draft");
        String id = made.at("/id");
        assertThat(http.get("/v1/funds/" + id).status()).isEqualTo(404);
        assertThat(marc.post("/v1/funds/" + id + "/open").problem()).isEqualTo("fund-money-not-received");
        assertThat(marc.post("/v1/funds/" + id + "/confirm-money", money(500_000))
                        .status())
                .isEqualTo(403);
        assertThat(confirm(id, 499_999).problem()).isEqualTo("fund-not-the-budget");
        assertThat(confirm(id, 500_000).at("/moneyReceived")).isEqualTo("true");
        assertThat(marc.post("/v1/funds/" + id + "/open").at("/state")).isEqualTo("open");

        Answer reserved = reserve(id, campaign, 100_000);

        assertThat(reserved.status()).isEqualTo(200);
        assertThat(reserved.at("/reserved/amount")).isEqualTo("100000");
        assertThat(reserved.at("/left/amount")).isEqualTo("400000");
        SeenEvent event = events.awaitOn(ALLOWANCES, "quartier.allowance.granted.v1", allowance(reserved));
        assertThat(event.key()).isEqualTo(campaign);
        assertThat(event.data().at("/granted/amount").asLong()).isEqualTo(100_000);
        assertThat(event.data().at("/rule/ratioBasisPoints").asInt()).isEqualTo(1_000);
        assertThat(event.data().toString()).doesNotContain("marc");
        assertKeepsItsContract(event);
        Answer shown = http.get("/v1/funds/" + id);
        assertThat(shown.at("/allowances/0/campaignTitle")).isEqualTo("Le Kfé du 33");
        assertThat(shown.body()).doesNotContain("VIR-2026-11", "m-marc");
        assertThat(marc.get("/v1/supporters/" + bank + "/funds").at("/items/0/moneyReference"))
                .isEqualTo("VIR-2026-11");
    }

    @Test
    void topsUpWhatRunsLowAndTakesBackWhatIsReleased() {
        String campaign = launched();
        String fund = open(fund(150_000));
        String allowance = allowance(reserve(fund, campaign, 100_000));

        bus.match(campaign, fund, allowance, 80_000, false, 5);
        bus.match(campaign, fund, allowance, 80_000, false, 5);
        await().until(() -> amountOf(fund, "reserved") == 150_000);
        List<SeenEvent> grants = events.await(
                ALLOWANCES,
                event -> event.subject().equals(allowance) && event.type().contains("granted"),
                2);
        assertThat(grants.getLast().data().at("/granted/amount").asLong()).isEqualTo(150_000);
        assertThat(grants.getLast().sequence()).isGreaterThan(grants.getFirst().sequence());

        bus.match(campaign, fund, allowance, 94_000, true, 9);
        bus.match(campaign, fund, allowance, 80_000, false, 8);

        await().until(() -> amountOf(fund, "left") == 56_000);
        assertThat(amountOf(fund, "matched")).isEqualTo(94_000);
        assertThat(http.get("/v1/funds/" + fund).at("/allowances/0/state")).isEqualTo("released");
    }

    @Test
    void takesBackWhatACampaignNeverHeardOf() {
        String campaign = launched();
        String fund = open(fund(150_000));
        reserve(fund, campaign, 100_000);

        bus.totals(campaign, 3, "not_funded", 10, 4);

        await().until(() -> amountOf(fund, "left") == 150_000);
    }

    @Test
    void closesAnAllowanceAndAFundWithAllItsOthers() {
        String first = launched();
        String second = launched();
        String fund = open(fund(150_000));
        String closedAlone = allowance(reserve(fund, first, 50_000));
        reserve(fund, second, 50_000);

        assertThat(marc.post("/v1/funds/" + fund + "/allowances/" + first + "/close")
                        .at("/allowances/0/state"))
                .isEqualTo("closing");
        assertKeepsItsContract(events.awaitOn(ALLOWANCES, "quartier.allowance.closed.v1", closedAlone));
        assertThat(reserve(fund, first, 50_000).problem()).isEqualTo("allowance-ended");
        Answer closed = marc.post("/v1/funds/" + fund + "/close");

        assertThat(closed.at("/state")).isEqualTo("closed");
        assertThat(closed.at("/allowances/1/state")).isEqualTo("closing");
        events.awaitOn(ALLOWANCES, "quartier.allowance.closed.v1", closed.at("/allowances/1/id"));
        assertThat(reserve(fund, launched(), 1_000).problem()).isEqualTo("fund-state");
        assertThat(marc.post("/v1/funds/" + fund + "/close").status()).isEqualTo(200);
        assertThat(amountOf(fund, "reserved")).isEqualTo(100_000);
    }

    @Test
    void neverReservesMoreThanTheBudgetHoweverManyAskAtOnce() throws Exception {
        List<String> campaigns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            campaigns.add(launched());
        }
        String fund = open(fund(100_000));
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = campaigns.stream()
                    .map(campaign -> everybody.submit(() -> reserve(fund, campaign, 30_000)))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().problem()).isIn("", "fund-over-budget", "changed-meanwhile");
            }
        }
        campaigns.forEach(campaign -> reserve(fund, campaign, 30_000)); // who was told to try again does

        assertThat(amountOf(fund, "reserved")).isEqualTo(90_000);
        List<SeenEvent> granted = events.await(
                ALLOWANCES, event -> event.data().path("fund").asString("").equals(fund), 3);
        assertThat(granted.stream().map(SeenEvent::subject).distinct()).hasSize(3);
    }

    @Test
    void isForItsOwnSponsorsAgentsOnly() {
        String fund = open(fund(150_000));
        String campaign = launched();
        String otherBank = organisations.approved("zoe", "private");
        TestHttp zoe = http.as(tokens.member("zoe"));

        assertThat(zoe.put("/v1/funds/" + fund + "/allowances/" + campaign, Map.of("amount", euros(1_000)))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(zoe.post("/v1/funds/" + fund + "/close").problem()).isEqualTo("forbidden");
        assertThat(zoe.get("/v1/supporters/" + bank + "/funds").problem()).isEqualTo("forbidden");
        assertThat(zoe.withKey().post("/v1/funds", fund(1_000)).problem()).isEqualTo("forbidden");
        assertThat(zoe.get("/v1/funds").problem()).isEqualTo("forbidden");
        assertThat(http.post("/v1/funds/" + fund + "/close").status()).isEqualTo(401);
        organisations.operator().post("/v1/supporters/" + otherBank + "/suspend");
        Map<String, Object> theirs = fund(1_000);
        theirs.put("supporter", otherBank);
        assertThat(zoe.withKey().post("/v1/funds", theirs).problem()).isEqualTo("supporter-not-approved");
    }

    @Test
    void saysWhatStopsAPublicBodyWithoutItsInstrument() {
        String city = organisations.approved("ines", "public");
        TestHttp ines = http.as(tokens.member("ines"));
        Map<String, Object> body = fund(2_300_001);
        body.put("supporter", city);

        Answer refused = ines.withKey().post("/v1/funds", body);
        assertThat(refused.problem()).isEqualTo("public-grant-needs-deliberation");
        assertThat(refused.at("/rule/legalReference")).contains("L. 2311-7");
        body.put("instrument", Map.of("deliberation", "2026-114", "date", "2026-10-12"));
        assertThat(ines.withKey().post("/v1/funds", body).problem())
                .isEqualTo("public-grant-above-23000-needs-convention");
        body.put("instrument", Map.of("deliberation", "2026-114", "date", "2026-10-12", "convention", "CONV-7"));
        Answer made = ines.withKey().post("/v1/funds", body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/instrument/convention")).isEqualTo("CONV-7");
    }

    @Test
    void refusesCampaignsThatItIsNotFor() {
        String fund = open(fund(150_000));
        String over = launched();
        bus.totals(over, 2, "closing", 40, 9);
        await().until(() -> reserve(fund, over, 1_000).problem().equals("campaign-not-live"));
        String swiss = Bus.newProject();
        bus.launch(swiss, "m-alexis", 7, "CHF");
        await().until(() -> reserve(fund, swiss, 1_000).problem().equals("allowance-currency"));
        String own = Bus.newProject();
        bus.launch(own, "m-marc", 7);
        await().until(() -> reserve(fund, own, 1_000).problem().equals("no-conflict-of-interest"));
        Map<String, Object> elsewhere = fund(1_000);
        elsewhere.put("territory", "saint-etienne");

        assertThat(reserve(open(elsewhere), launched(), 1_000).problem()).isEqualTo("fund-outside-scope");
        assertThat(reserve(fund, "nowhere", 1_000).problem()).isEqualTo("project-unknown");
        Answer tooMuch = reserve(fund, launched(), 150_001);
        assertThat(tooMuch.problem()).isEqualTo("fund-over-budget");
        assertThat(tooMuch.at("/detail")).containsPattern("1.500,00 EUR");
        assertThat(reserve("nothing", launched(), 1_000).status()).isEqualTo(404);
        assertThat(amountOf(fund, "reserved")).isZero();
    }

    @Test
    void namesEachFieldThatIsWrong() {
        Map<String, Object> wrong = fund(-1);
        wrong.put("rule", Map.of("kind", "lump_sum", "amountMinorUnits", 500_000, "trigger", "wind", "reached", 0));
        wrong.put("until", "2020-01-01T00:00:00Z");

        Answer refused = marc.withKey().post("/v1/funds", wrong);

        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.body())
                .contains("budget.amount", "rule.amountMinorUnits", "rule.trigger", "rule.reached", "until");
        assertThat(refused.body()).doesNotContain("problem.field");
        wrong.put("rule", Map.of("kind", "proportional", "ratioBasisPoints", 100_001));
        assertThat(marc.withKey().post("/v1/funds", wrong).body()).contains("rule.ratioBasisPoints");
        wrong.put("rule", Map.of("kind", "by-feeling"));
        assertThat(marc.withKey().post("/v1/funds", wrong).body()).contains("rule.kind");
        String fund = open(fund(150_000));
        assertThat(marc.put("/v1/funds/" + fund + "/allowances/" + launched(), Map.of())
                        .body())
                .contains("amount");
        assertThat(marc.put(
                                "/v1/funds/" + fund + "/allowances/" + launched(),
                                Map.of("amount", Map.of("amount", 1, "currency", "CHF")))
                        .body())
                .contains("amount.currency");
    }

    @Test
    void setsTheSameFundUpOnce() {
        TestHttp sameKey = marc.withKey();
        Map<String, Object> body = fund(150_000);

        String first = sameKey.post("/v1/funds", body).at("/id");

        assertThat(sameKey.post("/v1/funds", body).at("/id")).isEqualTo(first);
        body.put("name", "Un autre");
        assertThat(sameKey.post("/v1/funds", body).problem()).isEqualTo("idempotency-key-reused");
        assertThat(marc.post("/v1/funds", body).problem()).isEqualTo("idempotency-key-missing");
        assertThat(organisations
                        .operator()
                        .get("/v1/funds?state=draft&limit=100")
                        .body())
                .contains(first);
    }

    @Test
    void givesALumpSumWithoutBeingToldHowMuch() {
        Map<String, Object> body = fund(150_000);
        body.put("rule", Map.of("kind", "lump_sum", "amountMinorUnits", 50_000, "trigger", "percent", "reached", 80));
        String fund = open(body);
        String campaign = launched();

        Answer reserved = marc.put("/v1/funds/" + fund + "/allowances/" + campaign, Map.of());

        assertThat(reserved.at("/reserved/amount")).isEqualTo("50000");
        assertThat(reserve(fund, campaign, 60_000).problem()).isEqualTo("allowance-not-the-lump-sum");
        SeenEvent event = events.awaitOn(ALLOWANCES, "quartier.allowance.granted.v1", allowance(reserved));
        assertThat(event.data().at("/rule/trigger").asString()).isEqualTo("percent");
        assertKeepsItsContract(event);
    }

    private String launched() {
        String project = Bus.newProject();
        bus.launch(project, "m-alexis", 7);
        await().until(() -> marc.get("/v1/radar?limit=100&minimumPercent=0&minimumBackers=0&supporter=" + bank)
                .body()
                .contains(project));
        return project;
    }

    private Map<String, Object> fund(long budget) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("supporter", bank);
        body.put("name", "Coup de pouce");
        body.put("budget", euros(budget));
        body.put("rule", Map.of("kind", "proportional", "ratioBasisPoints", 1_000));
        body.put("territory", "lyon");
        body.put("until", Instant.now().plus(Duration.ofDays(90)).toString());
        return body;
    }

    private String open(Map<String, Object> body) {
        Answer made = marc.withKey().post("/v1/funds", body);
        confirm(made.at("/id"), made.json().at("/budget/amount").asLong());
        return marc.post("/v1/funds/" + made.at("/id") + "/open").at("/id");
    }

    private Answer confirm(String fund, long amount) {
        return organisations.operator().post("/v1/funds/" + fund + "/confirm-money", money(amount));
    }

    private static Map<String, Object> money(long amount) {
        return Map.of("reference", "VIR-2026-11", "amount", euros(amount));
    }

    private static Map<String, Object> euros(long amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private Answer reserve(String fund, String campaign, long amount) {
        return marc.put("/v1/funds/" + fund + "/allowances/" + campaign, Map.of("amount", euros(amount)));
    }

    private static String allowance(Answer fund) {
        return fund.at("/allowances/0/id");
    }

    private long amountOf(String fund, String what) {
        return http.get("/v1/funds/" + fund).json().at("/" + what + "/amount").asLong();
    }

    private static void assertKeepsItsContract(SeenEvent event) {
        assertThat(EventContracts.own().faultsOf(event.type(), event.data())).isEmpty();
    }
}
