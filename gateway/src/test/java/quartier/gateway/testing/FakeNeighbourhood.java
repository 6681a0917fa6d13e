package quartier.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Service;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The five services with three cities and thirty projects, answering as their contracts say. */
public final class FakeNeighbourhood implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String FUND = """
        {"id":"fu-1","supporter":"ville-de-lyon","supporterName":"Ville de Lyon","public":true,"name":"Coup de pouce","budget":{"amount":500000,"currency":"EUR"},"reserved":{"amount":100000,"currency":"EUR"},"matched":{"amount":94000,"currency":"EUR"},"left":{"amount":400000,"currency":"EUR"},"rule":{"kind":"proportional","ratioBasisPoints":1000,"fromMinorUnits":0,"perCampaignMinorUnits":100000},"territory":"lyon","from":"2026-11-01T00:00:00Z","until":"2027-03-01T00:00:00Z","instrument":{"deliberation":"2026-114","date":"2026-10-12"},"state":"open","moneyReceived":true,"createdAt":"2026-11-01T00:00:00Z",
         "allowances":[{"id":"al-1","campaign":"p1","campaignSlug":"le-kfe-du-33","campaignTitle":"Le Kfé du 33","granted":{"amount":100000,"currency":"EUR"},"matched":{"amount":94000,"currency":"EUR"},"left":{"amount":6000,"currency":"EUR"},"state":"open","reservedAt":"2026-11-02T00:00:00Z"}]}\
        """;

    private final Map<Service, FakeService> services;
    private final JsonNode projects = read("projects").path("items");
    private final JsonNode calls = read("calls").path("items");
    private final JsonNode needs = read("needs").path("items");

    /** On these ports, or on any free ones for zero. */
    public FakeNeighbourhood(int firstPort) {
        services = Map.copyOf(java.util.Arrays.stream(Service.values())
                .collect(Collectors.toMap(
                        service -> service,
                        service -> new FakeService(
                                firstPort == 0
                                        ? 0
                                        : firstPort + List.of(Service.values()).indexOf(service)))));
        reset();
    }

    public FakeService of(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** All services well, nothing remembered. */
    public void reset() {
        services.values().forEach(service -> {
            service.letGo();
            service.forget();
            service.forgetReplies();
        });
        catalog(of(Service.CATALOG));
        pledge(of(Service.PLEDGE));
        inkind(of(Service.INKIND));
        support(of(Service.SUPPORT));
        notification(of(Service.NOTIFICATION));
    }

    private void catalog(FakeService catalog) {
        catalog.on("GET /v1/territories", read("territories").toString())
                .on("GET /v1/projects", this::search)
                .on("GET /v1/projects/figures", """
                    {"everywhere":{"projects":131,"live":98,"succeeded":21,"collected":{"amount":23456700,"currency":"EUR"},"backers":7654,"coSupported":0},
                     "territories":[{"territory":"lyon","projects":112,"live":85,"succeeded":17,"collected":{"amount":19876500,"currency":"EUR"},"backers":6543,"coSupported":2},
                      {"territory":"saint-etienne","projects":1,"live":1,"succeeded":0,"collected":{"amount":1000,"currency":"EUR"},"backers":1,"coSupported":0}]}""")
                .on("GET /v1/projects/map", """
                {"items":[{"count":1,"lat":45.7553,"lon":4.8427,"around":{"west":4.8427,"south":45.7553,"east":4.8427,"north":45.7553},"project":{"id":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","state":"live"}},
                 {"count":12,"lat":45.76,"lon":4.85,"around":{"west":4.84,"south":45.75,"east":4.86,"north":45.77}}]}""")
                .on(
                        "GET /v1/projects/p1/related",
                        request -> list(p -> p.path("id").asString().equals("p7")))
                .on("GET /v1/projects/by-slug/*", request -> one(projects, "slug", last(request)))
                .on("GET /v1/projects/*", request -> one(projects, "id", last(request)))
                .on("GET /v1/calls", this::calls)
                .on("GET /v1/calls/by-slug/*", request -> one(calls, "slug", last(request)))
                .on("GET /v1/calls/*", request -> one(calls, "id", last(request)))
                .on(
                        "GET /v1/me/projects",
                        request ->
                                list(p -> p.path("owner").path("id").asString().equals("m-alexis")
                                        || p.path("state").asString().equals("draft")
                                        || p.path("state").asString().equals("changes_requested")))
                .on(
                        "GET /v1/review",
                        request -> list(p -> p.path("state").asString().equals("submitted")));
        for (JsonNode project : projects) {
            catalog.on("GET /v1/projects/" + project.path("id").asString() + "/updates", """
                {"items":[{"id":"u1","title":"Le sol est coulé !","html":"<p>Merci aux douze volontaires de samedi. Prochaine étape : l’électricité.</p>","at":"2026-11-16T18:00:00Z"}]}\
                """);
        }
    }

    private void pledge(FakeService pledge) {
        for (JsonNode project : projects) {
            String id = project.path("id").asString();
            if (project.has("deadline")) {
                pledge.on("GET /v1/campaigns/" + id, FakeCampaign.of(project));
                pledge.on("GET /v1/campaigns/" + id + "/backers", """
                    {"items":[{"name":"Rémi","amount":{"amount":2500,"currency":"EUR"},"at":"2026-11-22T19:00:00Z"},
                     {"name":"Froid du Rhône","amount":{"amount":40000,"currency":"EUR"},"at":"2026-11-20T09:12:00Z"},
                     {"amount":{"amount":1000,"currency":"EUR"},"at":"2026-11-19T09:12:00Z"},
                     {"name":"Fatou D.","amount":{"amount":5000,"currency":"EUR"},"at":"2026-11-18T09:12:00Z"}]}\
                    """);
            }
        }
        String confirmed = """
            {"id":"pl-1","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"tier":"t3","visibility":"first_name","state":"confirmed","placedAt":"2026-11-22T19:00:00Z"}\
            """;
        pledge.on("GET /v1/me/payee", """
                {"payee":"m-alexis","status":"unverified","reason":"document_missing"}""").on("POST /v1/payees", """
                {"payee":"m-alexis","status":"unverified","onboarding":"https://bank.example/payees/1"}""");
        pledge.on("GET /v1/payment-means", """
                {"provider":"sandbox","cardEntry":"our_form","means":[{"name":"card","slow":false}]}""");
        pledge.on("GET /v1/simulator", """
            {"gross":{"amount":600000,"currency":"EUR"},"commission":{"amount":36000,"currency":"EUR"},"vat":{"amount":7200,"currency":"EUR"},"fees":{"amount":0,"currency":"EUR"},"net":{"amount":556800,"currency":"EUR"}}\
            """);
        pledge.on("GET /v1/me/pledges", "{\"items\":[" + confirmed + "," + """
            {"id":"pl-2","campaign":"p9","amount":{"amount":1000,"currency":"EUR"},"visibility":"name","state":"refunded","placedAt":"2026-10-02T19:00:00Z"},
            {"id":"pl-3","campaign":"p13","amount":{"amount":5000,"currency":"EUR"},"tier":"t2","visibility":"name","state":"action_required","action":{"url":"http://localhost:8080/sandbox/payments/abc"},"placedAt":"2026-11-23T19:00:00Z"}]}\
            """)
                .on("GET /v1/pledges/pl-1", confirmed)
                .on("POST /v1/pledges", new Reply(201, "application/json", confirmed, Map.of()))
                .on("GET /v1/campaigns/p1/statement", """
                    {"collected":{"amount":548000,"currency":"EUR"},"commission":{"amount":32880,"currency":"EUR"},"vat":{"amount":6576,"currency":"EUR"},"net":{"amount":508544,"currency":"EUR"}}\
                    """);
    }

    private void inkind(FakeService inkind) {
        inkind.on("GET /v1/needs", request -> {
            String query = request.query() == null ? "" : request.query();
            return items(
                    needs,
                    need -> matches(query, "project", need)
                            && matches(query, "kind", need)
                            && matches(query, "territory", need));
        });
        for (JsonNode need : needs) {
            inkind.on("GET /v1/needs/" + need.path("id").asString(), need.toString());
        }
        inkind.on("GET /v1/needs/p1.n1/offers", """
            {"items":[{"id":"of-1","need":"p1.n1","needTitle":"Repeindre la salle","kind":"labour","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","owner":"m-alexis","by":"m-remi","byName":"Rémi","quantity":1,"message":"Je suis peintre à la retraite, libre tous les samedis.","contact":"06 00 00 00 00","state":"waiting","offeredAt":"2026-11-21T10:00:00Z"}]}\
            """)
                .on("GET /v1/me/offers", """
                    {"items":[{"id":"of-2","need":"p7.n2","needTitle":"Outils de jardin","kind":"tool","project":"p7","projectSlug":"un-jardin-sur-le-toit-de-l-ecole","projectTitle":"Un jardin sur le toit de l'école","owner":"m-p7","by":"m-alexis","byName":"Alexis Morel","quantity":2,"message":"Deux bêches","state":"agreed","offeredAt":"2026-11-10T10:00:00Z"}]}\
                    """)
                .on(
                        "GET /v1/me/needs",
                        request -> items(
                                needs, need -> need.path("project").asString().equals("p1")));
    }

    private void support(FakeService support) {
        String supporters = """
            {"items":[{"id":"ville-de-lyon","name":"Ville de Lyon","kind":"public","state":"approved","agents":["m-ines"]},
             {"id":"froid-du-rhone","name":"Froid du Rhône","kind":"private","state":"approved","website":"https://froid.example","agents":["m-marc"]},
             {"id":"banque-du-coin","name":"Banque du Coin","kind":"private","state":"registered","agents":["m-zoe"]}]}\
            """;
        support.on("GET /v1/supporters", supporters)
                .on(
                        "GET /v1/me/supporters",
                        "{\"items\":[{\"id\":\"ville-de-lyon\",\"name\":\"Ville de"
                                + " Lyon\",\"kind\":\"public\",\"state\":\"approved\"}]}")
                .on(
                        "GET /v1/supporters/ville-de-lyon",
                        "{\"id\":\"ville-de-lyon\",\"name\":\"Ville de"
                                + " Lyon\",\"kind\":\"public\",\"state\":\"approved\"}")
                .on("GET /v1/offers", """
                    {"items":[{"id":"so-1","supporter":"ville-de-lyon","supporterName":"Ville de Lyon","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","madeAt":"2026-11-12T10:00:00Z","kind":"guidance","title":"Aide à la recherche de bail","conditions":"le lieu accueille aussi un atelier vélo","state":"accepted"}]}\
                    """)
                .on("GET /v1/me/offers", """
                    {"items":[{"id":"so-2","supporter":"froid-du-rhone","supporterName":"Froid du Rhône","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","madeAt":"2026-11-12T10:00:00Z","kind":"equipment_loan","title":"Un réfrigérateur professionnel","state":"made"}]}\
                    """)
                .on("GET /v1/supporters/ville-de-lyon/offers", "{\"items\":[]}")
                .on("GET /v1/supporters/ville-de-lyon/funds", "{\"items\":[" + FUND + "]}")
                .on("GET /v1/funds/fu-1", FUND)
                .on(
                        "GET /v1/funds",
                        "{\"items\":[" + FUND.replace("\"open\"", "\"draft\"").replace("true", "false") + "]}")
                .on(
                        "GET /v1/supporters/ville-de-lyon/watches",
                        "{\"items\":[{\"project\":{\"project\":\"p7\",\"slug\":\"un-jardin-sur-le-toit-de-l-ecole\",\"title\":\"Un"
                                + " jardin sur le toit de"
                                + " l’école\",\"percent\":46,\"backers\":64,\"openToSupport\":true,\"watched\":true},\"note\":\"Voir"
                                + " l’étude de charge\",\"by\":\"m-ines\",\"at\":\"2026-11-12T10:00:00Z\"}]}")
                .on("GET /v1/radar", """
                    {"items":[{"project":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","territory":"lyon","district":"Guillotière","theme":"lien-social","collected":{"amount":548000,"currency":"EUR"},"goal":{"amount":600000,"currency":"EUR"},"state":"live","percent":91,"backers":143,"openToSupport":true,"watched":false},
                     {"project":"p7","slug":"un-jardin-sur-le-toit-de-l-ecole","title":"Un jardin sur le toit de l’école","territory":"lyon","district":"Croix-Rousse","theme":"nature","collected":{"amount":221000,"currency":"EUR"},"goal":{"amount":480000,"currency":"EUR"},"state":"live","percent":46,"backers":64,"openToSupport":true,"watched":true}]}\
                    """);
    }

    private void notification(FakeService notification) {
        notification
                .on("PUT /v1/me/contact", "{}")
                .on(
                        "GET /v1/me/follows",
                        "{\"items\":[{\"project\":{\"id\":\"p13\",\"slug\":\"la-coop-du-cret\",\"title\":\"La Coop du"
                                + " Crêt\"},\"since\":\"2026-11-01T10:00:00Z\",\"because\":\"asked\"}]}")
                .on("PUT /v1/me/follows/*", new Reply(204, "application/json", "", Map.of()))
                .on("GET /v1/projects/p1/followers/count", "{\"count\":37}")
                .on("GET /v1/me/notices/unread-count", "{\"count\":2}")
                .on("GET /v1/me/notices", """
                    {"items":[{"id":"no-1","kind":"half-way","subject":"Le Kfé du 33 est à mi-chemin","text":"50 % de l’objectif sont réunis.","project":"p1","path":"/projets/le-kfe-du-33","at":"2026-11-22T10:00:00Z"},
                     {"id":"no-2","kind":"update-posted","subject":"Nouvelle actualité : Le sol est coulé !","text":"Les porteurs du Kfé du 33 donnent des nouvelles.","project":"p1","path":"/projets/le-kfe-du-33","readAt":"2026-11-21T10:00:00Z","at":"2026-11-20T10:00:00Z"}]}\
                    """);
    }

    private Reply search(Received request) {
        String query = request.query() == null ? "" : request.query();
        return list(project -> !project.path("state").asString().matches("draft|submitted|changes_requested|refused")
                && matches(query, "territory", project)
                && matches(query, "state", project)
                && matches(query, "call", project)
                && matches(query, "theme", project)
                && matches(query, "district", project));
    }

    /** Those of the territory and of the one above it, which is the region. */
    private Reply calls(Received request) {
        String query = request.query() == null ? "" : request.query();
        return items(
                calls,
                call -> matches(query, "state", call)
                        && (call.path("territory").asString().equals("auvergne-rhone-alpes")
                                || matches(query, "territory", call)));
    }

    private static boolean matches(String query, String field, JsonNode item) {
        return java.util.Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(field))
                .map(pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .allMatch(value -> item.path(field).asString("").equals(value));
    }

    private Reply list(java.util.function.Predicate<JsonNode> wanted) {
        return items(projects, wanted);
    }

    private static Reply items(JsonNode all, java.util.function.Predicate<JsonNode> wanted) {
        return Reply.json(StreamSupport.stream(all.spliterator(), false)
                .filter(wanted)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    private static Reply one(JsonNode all, String field, @Nullable String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(item -> item.path(field).asString().equals(value))
                .findFirst()
                .map(item -> Reply.json(item.toString()))
                .orElse(Reply.problem(404, "not-found", "Introuvable", "Rien ne se trouve à cette adresse."));
    }

    private static String last(Received request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private static JsonNode read(String name) {
        try (InputStream json = FakeNeighbourhood.class.getResourceAsStream(
                "/fixtures/%s.json".formatted(name.toLowerCase(Locale.ROOT)))) {
            return JSON.readTree(Objects.requireNonNull(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        services.values().forEach(FakeService::close);
    }
}
