package quartier.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quartier.local.demo.PledgePlan.Planned;
import tools.jackson.databind.JsonNode;

/** The pledges of one project, day by day. */
final class Campaign {

    private static final String ACCEPTED = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final String ASKS_FOR_AUTHENTICATION = "4000000000003220";
    private static final String ANSWERS_LATE = "4000000000000077";
    private static final String NOTIFIES_TWICE = "4000000000000259";
    private static final String REFUND_FAILS = "4000000000005126";
    /** Its payer contests the payment after three days, and the bank decides for the campaign after three more. */
    private static final String DISPUTED_AND_WON = "4000000000001976";

    /** The payment of one pledge takes the long way, here and there. */
    private static final int LONG_WAY = 3;

    private static final long COMPANY_EUROS = 400;
    private static final int COMPANY_DAY = 9;
    private static final int ODD_DAY = 5;

    private final DemoProject project;
    private final Api api;
    private final People people;
    private final List<Planned> plan;

    Campaign(DemoProject project, Api api, People people) {
        this.project = project;
        this.api = api;
        this.people = people;
        boolean company = hasCompany();
        this.plan = PledgePlan.of(
                project,
                project.collectedEuros() - MatchFund.addsTo(project) - (company ? COMPANY_EUROS : 0),
                project.backers() - (company ? 1 : 0),
                people.backers());
    }

    int size() {
        return plan.size() + (hasCompany() ? 1 : 0);
    }

    /** What backers do on one day after the launch. */
    List<Callable<Void>> on(int dayOpen, String campaign) {
        List<Callable<Void>> doings = IntStream.range(0, plan.size())
                .filter(i -> plan.get(i).day() == dayOpen)
                .<Callable<Void>>mapToObj(i -> () -> {
                    pledge(campaign, i);
                    return null;
                })
                .collect(Collectors.toCollection(ArrayList::new));
        if (hasCompany() && dayOpen == COMPANY_DAY) {
            doings.add(() -> companyPledges(campaign));
        }
        if (project.number() == 3 && dayOpen == ODD_DAY) {
            doings.add(() -> payFails(campaign));
        }
        return doings;
    }

    private boolean hasCompany() {
        return project.number() == 1;
    }

    private void pledge(String campaign, int index) throws InterruptedException {
        Planned planned = plan.get(index);
        Map<String, Object> body = body(campaign, planned.euros(), planned.visibility(), cardOf(index));
        if (planned.tier() != null) {
            body.put("tier", "t" + (planned.tier() + 1));
        }
        JsonNode pledge = api.post(people.backer(planned.backer()), "pledge/v1/pledges", key("pledge-" + index), body);
        expect(pledge, cardOf(index).equals(ANSWERS_LATE) ? List.of("confirmed", "pending") : List.of("confirmed"));
    }

    private String cardOf(int index) {
        if (project.number() == 9 && plan.get(index).backer() != 0) {
            return index == firstStranger() ? REFUND_FAILS : ACCEPTED;
        }
        return switch (project.number()) {
            case 2 -> index == LONG_WAY ? ANSWERS_LATE : ACCEPTED;
            case 25 -> index == LONG_WAY ? DISPUTED_AND_WON : ACCEPTED;
            case 6 -> index == LONG_WAY ? NOTIFIES_TWICE : ACCEPTED;
            default -> ACCEPTED;
        };
    }

    /** Rémi's refund works: he can sign in and see it. */
    private int firstStranger() {
        return plan.getFirst().backer() == 0 ? 1 : 0;
    }

    private Void companyPledges(String campaign) throws InterruptedException {
        Map<String, Object> body = body(campaign, COMPANY_EUROS, "name", ACCEPTED);
        body.put("organisation", Supporters.FROID_DU_RHONE);
        expect(
                api.postOnceKnown(
                        people.named("marc"),
                        "pledge/v1/pledges",
                        key("company"),
                        body,
                        Set.of("organisation-unknown", "unknown-organisation")),
                List.of("confirmed"));
        return null;
    }

    /** A card that the bank declines, and somebody who leaves at the bank's question. */
    private Void payFails(String campaign) throws InterruptedException {
        expect(
                api.post(
                        people.named("jules"),
                        "pledge/v1/pledges",
                        key("declined"),
                        body(campaign, 20, "name", DECLINED)),
                List.of("declined"));
        expect(
                api.post(
                        people.named("clement"),
                        "pledge/v1/pledges",
                        key("abandoned"),
                        body(campaign, 30, "name", ASKS_FOR_AUTHENTICATION)),
                List.of("action_required"));
        return null;
    }

    private static Map<String, Object> body(String campaign, long euros, String visibility, String card) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("campaign", campaign);
        body.put("amount", DemoForm.money(euros));
        body.put("visibility", visibility);
        body.put("payment", Map.of("card", card));
        return body;
    }

    private String key(String name) {
        return "demo-" + project.number() + "-" + name;
    }

    private void expect(JsonNode pledge, List<String> states) {
        String state = pledge.path("state").asString("");
        if (!states.contains(state)) {
            throw new DemoFailed("a pledge to « " + project.title() + " » is " + state + " and not "
                    + String.join(" or ", states) + ": " + pledge);
        }
    }
}
