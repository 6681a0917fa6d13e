package quartier.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Organisations that help, and what they offer. */
final class Supporters {

    static final String FROID_DU_RHONE = "froid-du-rhone";

    private static final Set<String> NOT_YET = Set.of("residents-first", "project-unknown", "project-not-under-way");

    private record Organisation(String id, String name, String kind, String agent) {}

    private record Offer(
            int project,
            String supporter,
            String agent,
            String kind,
            String title,
            @Nullable String conditions) {}

    private static final List<Organisation> ORGANISATIONS = List.of(
            new Organisation("ville-de-lyon", "Ville de Lyon", "public", "ines"),
            new Organisation(FROID_DU_RHONE, "Froid du Rhône", "private", "marc"),
            new Organisation("ville-de-saint-etienne", "Ville de Saint-Étienne", "public", "luc"),
            new Organisation("ville-de-clermont-ferrand", "Ville de Clermont-Ferrand", "public", "anne"));

    private static final List<Offer> OFFERS = List.of(
            new Offer(1, FROID_DU_RHONE, "marc", "equipment_loan", "Prêt d’un réfrigérateur professionnel", null),
            new Offer(
                    1,
                    "ville-de-lyon",
                    "ines",
                    "guidance",
                    "Accompagnement par le service de la vie associative",
                    null),
            new Offer(7, "ville-de-lyon", "ines", "guidance", "Étude de charge du toit", null),
            new Offer(
                    13,
                    "ville-de-saint-etienne",
                    "luc",
                    "guidance",
                    "Étude d’implantation",
                    "Le lieu accueille aussi un atelier vélo."),
            new Offer(22, "ville-de-clermont-ferrand", "anne", "label", "Label « Ville nature »", null));

    private final Api api;
    private final People people;

    Supporters(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    void register() throws InterruptedException {
        for (Organisation organisation : ORGANISATIONS) {
            api.post(
                    people.named(organisation.agent()),
                    "support/v1/supporters",
                    "demo-" + organisation.id(),
                    Map.of("id", organisation.id(), "name", organisation.name(), "kind", organisation.kind()));
            api.post(
                    people.named("odile"),
                    "support/v1/supporters/" + organisation.id() + "/approve",
                    "demo-approve-" + organisation.id(),
                    Map.of());
        }
    }

    /** Offers to one project, which its owner accepts. */
    void help(DemoProject project, String id) throws InterruptedException {
        for (Offer offer : OFFERS) {
            if (offer.project() == project.number()) {
                JsonNode made = api.postOnceKnown(
                        people.named(offer.agent()),
                        "support/v1/offers",
                        "demo-" + project.number() + "-" + offer.kind(),
                        body(offer, id),
                        NOT_YET);
                api.post(
                        people.ownerOf(project),
                        "support/v1/offers/" + made.path("id").asString() + "/accept",
                        "demo-accept-" + project.number() + "-" + offer.kind(),
                        Map.of());
            }
        }
        if (project.number() == 26) {
            api.put(
                    people.named("anne"),
                    "support/v1/supporters/ville-de-clermont-ferrand/watches/" + id,
                    Map.of("note", "Autorisation d’occupation du domaine public à l’étude."));
        }
    }

    private static Map<String, Object> body(Offer offer, String id) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "supporter", offer.supporter(),
                "project", id,
                "kind", offer.kind(),
                "title", offer.title()));
        if (offer.conditions() != null) {
            body.put("conditions", offer.conditions());
        }
        return body;
    }
}
