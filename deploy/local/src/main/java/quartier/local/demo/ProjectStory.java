package quartier.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** One project from its proposal to what became of it: on each day, what its people do that day. */
final class ProjectStory {

    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");
    private static final int FIRST_NEWS_AFTER_DAYS = 4;
    private static final int SECOND_NEWS_AFTER_DAYS = 20;
    private static final int HANDS_AFTER_DAYS = 2;
    private static final int REALISED_AFTER_DAYS = 5;
    private static final int SUSPENSION_DAY = 66;

    private final DemoProject project;
    private final Api api;
    private final People people;
    private final Campaign campaign;
    private final HelpingHands hands;
    private final Supporters supporters;
    private final CallsForProjects calls;
    private final MatchFund matchFund;
    private String id = "";

    ProjectStory(DemoProject project, Api api, People people, Supporters supporters, CallsForProjects calls) {
        this.project = project;
        this.api = api;
        this.people = people;
        this.supporters = supporters;
        this.calls = calls;
        this.campaign = new Campaign(project, api, people);
        this.matchFund = new MatchFund(api, people);
        this.hands = new HelpingHands(project, api, people);
    }

    DemoProject project() {
        return project;
    }

    String id() {
        return id;
    }

    int pledges() {
        return campaign.size();
    }

    /** What its owner and its moderator do, one after the other. */
    void stewardsOn(int day, Instant now) throws InterruptedException {
        if (day == Timetable.proposalOf(project)) {
            propose(now);
        }
        if (day == Timetable.reviewOf(project) && !project.state().equals("submitted") && !isDraft()) {
            review();
        }
        if (!project.wasLaunched()) {
            return;
        }
        int launch = Timetable.launchOf(project);
        if (day == launch) {
            becomePayee();
            api.postOnceKnown(
                    people.ownerOf(project),
                    path("launch"),
                    key("launch"),
                    Map.of(),
                    Set.of("payee-not-verified")); // until the catalog has heard of the check
            matchFund.reserve(project, id, now);
        }
        if (day == launch + FIRST_NEWS_AFTER_DAYS) {
            tell(
                    "Merci pour ce départ !",
                    "Les premières contributions sont là. **Merci** : parlez-en autour de vous.");
        }
        if (project.number() != 5 && day == launch + SECOND_NEWS_AFTER_DAYS) {
            tell("Où nous en sommes", "Nous avons rencontré les voisins sur place, et le projet s’est précisé.");
        }
        if (project.state().equals("suspended") && day == SUSPENSION_DAY) {
            api.post(
                    people.moderatorOf(project),
                    path("suspend"),
                    key("suspend"),
                    Map.of("reason", "Le porteur doit préciser qui encadre les enfants."));
        }
        if (project.state().equals("realised") && day == Timetable.endOf(project) + REALISED_AFTER_DAYS) {
            awaitState("funded");
            owner("realise", Map.of());
        }
    }

    /** What everybody else does, all at once. */
    List<Callable<Void>> othersOn(int day) {
        if (!project.wasLaunched()) {
            return List.of();
        }
        int dayOpen = day - Timetable.launchOf(project);
        List<Callable<Void>> doings = new ArrayList<>(campaign.on(dayOpen, id));
        if (dayOpen == HANDS_AFTER_DAYS) {
            doings.add(() -> {
                hands.offer(id);
                return null;
            });
        }
        if (day == Timetable.supportOf(project)) {
            doings.add(() -> {
                supporters.help(project, id);
                return null;
            });
        }
        return doings;
    }

    /** Waits until all is as the sheet says. */
    void verify() throws InterruptedException {
        api.getUntil(people.ownerOf(project), path(""), this::isAsTold);
        matchFund.verify(project, id);
    }

    private boolean isAsTold(JsonNode found) {
        JsonNode totals = found.path("totals");
        boolean counted = totals.path("collected").path("amount").asLong(-1) == project.collectedEuros() * 100
                && totals.path("backers").asInt(-1) == project.backers();
        return found.path("state").asString("").equals(project.state()) && (counted || !project.wasLaunched());
    }

    private boolean isDraft() {
        return project.state().equals("draft");
    }

    private void propose(Instant now) throws InterruptedException {
        var today = now.atZone(WALL_CLOCK).toLocalDate();
        Map<String, Object> form = isDraft() ? DemoForm.begun(project, today) : DemoForm.of(project, today);
        calls.of(project).ifPresent(call -> form.put("call", call));
        id = api.post(people.ownerOf(project), "catalog/v1/projects", key("propose"), form)
                .path("id")
                .asString();
        if (!isDraft()) {
            owner("submit", Map.of());
        }
    }

    /** Has the bank check who the owner is, once for all of the owner's projects. */
    private void becomePayee() throws InterruptedException {
        String owner = people.ownerOf(project);
        JsonNode registered = api.post(
                owner,
                "pledge/v1/payees",
                key("payee"),
                Map.of("returnUrl", "http://localhost:8080/mes-projets/" + id + "/tableau"));
        if (registered.has("onboarding")) {
            api.press(registered.path("onboarding").asString(), "approve");
        }
    }

    private void review() throws InterruptedException {
        boolean approved = project.wasLaunched();
        List<Map<String, Object>> checklist = new ArrayList<>();
        for (JsonNode criterion : api.get("", "catalog/v1/territories/" + project.territory())
                .path("policy")
                .path("reviewCriteria")) {
            checklist.add(Map.of("criterion", criterion.path("id").asString(), "met", true));
        }
        api.post(
                people.moderatorOf(project),
                path("review"),
                key("review"),
                approved
                        ? Map.of("decision", "approve", "checklist", checklist)
                        : Map.of(
                                "decision",
                                "return",
                                "checklist",
                                checklist,
                                "notes",
                                List.of(
                                        Map.of(
                                                "field", "story",
                                                "note", "Dites en quoi la boulangerie servira aussi aux voisins."),
                                        Map.of(
                                                "field", "goal",
                                                "note", "Joignez le détail du budget : four, vitrine, travaux."))));
    }

    private void tell(String title, String body) throws InterruptedException {
        api.post(
                people.ownerOf(project),
                path("updates"),
                key("news-" + title.hashCode()),
                Map.of("title", title, "body", body));
    }

    private void owner(String verb, Map<String, ?> body) throws InterruptedException {
        api.post(people.ownerOf(project), path(verb), key(verb), body);
    }

    private void awaitState(String state) throws InterruptedException {
        api.getUntil("", path(""), answer -> answer.path("state").asString("").equals(state));
    }

    private String path(String verb) {
        return "catalog/v1/projects/" + id + (verb.isEmpty() ? "" : "/" + verb);
    }

    private String key(String step) {
        return "demo-" + project.number() + "-" + step;
    }
}
