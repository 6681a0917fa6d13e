package quartier.local.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Neighbours who answer a project's needs with time, tools and skills. */
final class HelpingHands {

    private static final List<String> MESSAGES = List.of(
            "Je suis du quartier et j’ai ce qu’il faut : quand passez-vous ?",
            "Disponible les samedis, avec plaisir.",
            "C’est mon métier, je peux aider deux soirées.");

    private final DemoProject project;
    private final Api api;
    private final People people;

    HelpingHands(DemoProject project, Api api, People people) {
        this.project = project;
        this.api = api;
        this.people = people;
    }

    /** After an ended campaign every need was met; of the others two in five are, and one more waits for an answer. */
    void offer(String id) throws InterruptedException {
        JsonNode needs = api.getUntil(
                        "",
                        "inkind/v1/needs?project=" + id,
                        answer -> answer.path("items").size() == project.needs().size())
                .path("items");
        for (int i = 0; i < needs.size(); i++) {
            int chance = (project.number() * 3 + i * 2) % 5;
            if (project.state().equals("realised") || project.state().equals("funded")) {
                follow(needs.get(i), i, true, project.state().equals("realised"));
            } else if (chance < 3) {
                follow(needs.get(i), i, chance < 2, false);
            }
        }
    }

    private void follow(JsonNode need, int index, boolean accepted, boolean done) throws InterruptedException {
        String helper = people.backer(1 + (project.number() * 11 + index * 53) % (people.backers() - 1));
        int wanted = need.path("quantity").asInt(1);
        String offer = api.post(
                        helper,
                        "inkind/v1/needs/" + need.path("id").asString() + "/offers",
                        key(index, "offer"),
                        Map.of(
                                "quantity",
                                accepted ? wanted : 1,
                                "message",
                                MESSAGES.get((project.number() + index) % MESSAGES.size())))
                .path("id")
                .asString();
        String owner = people.ownerOf(project);
        if (accepted) {
            api.post(owner, "inkind/v1/offers/" + offer + "/accept", key(index, "accept"), Map.of());
        }
        if (done) {
            api.post(owner, "inkind/v1/offers/" + offer + "/done", key(index, "done"), Map.of());
            api.post(
                    owner,
                    "inkind/v1/offers/" + offer + "/thank",
                    key(index, "thank"),
                    Map.of("message", "Merci, sans vous rien ne se serait fait !"));
        }
    }

    private String key(int index, String step) {
        return "demo-" + project.number() + "-need-" + index + "-" + step;
    }
}
