package quartier.gateway.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What pledge-service says of a project's campaign. */
final class FakeCampaign {

    private FakeCampaign() {}

    static String of(JsonNode project) {
        JsonNode totals = project.path("totals");
        String tiers = IntStream.range(0, project.path("tiers").size())
                .mapToObj(index -> project.path("tiers").get(index))
                .map(tier -> "{\"id\":%s,\"amount\":%s,\"sold\":%d,\"held\":0,\"left\":%s}"
                        .formatted(
                                tier.path("id"),
                                tier.path("amount"),
                                tier.path("stock").asInt(0),
                                tier.has("stock") ? "0" : "null"))
                .collect(Collectors.joining(","));
        return """
            {"id":%s,"state":%s,"goal":%s,"cap":%s,"deadline":%s,"collected":%s,"held":{"amount":0,"currency":"EUR"},"percent":%s,"backers":%s,"tiers":[%s],"commissionBasisPoints":600,"matched":{"amount":94000,"currency":"EUR"},"allowances":[{"fund":"fu-1","matched":{"amount":94000,"currency":"EUR"},"left":{"amount":6000,"currency":"EUR"},"rule":{"kind":"proportional","ratioBasisPoints":1000,"fromMinorUnits":0}}]}\
            """.formatted(
                        project.path("id"),
                        project.path("state").asString().equals("realised") ? "\"funded\"" : project.path("state"),
                        project.path("goal"),
                        project.path("goal"),
                        project.path("deadline"),
                        totals.path("collected"),
                        totals.path("percent"),
                        totals.path("backers"),
                        tiers);
    }
}
