package quartier.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Jules animates Lyon: a call that was decided, one that is being voted on, a front page, two meetups. */
final class Animation {

    private static final List<String> JURORS = List.of("nadia", "luc", "anne");
    private static final int VOTERS = 24;

    /**
     * A call of Lyon. Days are counted from the demo's first one.
     *
     * @param answers the day on which each project answers
     * @param juryDay on which the jurors score
     */
    private record Contest(
            String key,
            String titleFr,
            String titleEn,
            String textFr,
            String textEn,
            int closes,
            int juryEnds,
            int voteEnds,
            Map<Integer, Integer> answers,
            int juryDay) {}

    private static final Contest DECIDED = new Contest(
            "place-publique",
            "La ville à partager",
            "A city to share",
            "Des tables, des livres, du calme : ce qui rend une rue ou un square plus agréable à tous.",
            "Tables, books, quiet: what makes a street or a square nicer for all.",
            20,
            30,
            0,
            Map.of(2, 9, 5, 9, 11, 9),
            25);

    private static final Contest VOTED_ON = new Contest(
            "faire-ensemble",
            "Faire ensemble",
            "Doing it together",
            "Semer, pétrir, réparer : des lieux où l’on apprend des autres et où l’on reste.",
            "Sowing, kneading, mending: places where one learns from others, and stays.",
            50,
            60,
            84,
            Map.of(9, 12, 7, 40, 8, 40),
            55);

    private static final int VOTE_DAY = 66;
    private static final int RESULT_DAY = 31;

    private final Api api;
    private final People people;
    private final List<ProjectStory> stories;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Animation(Api api, People people, List<ProjectStory> stories) {
        this.api = api;
        this.people = people;
        this.stories = stories;
    }

    void on(int day, Instant now) throws InterruptedException {
        if (day == 0) {
            announce(DECIDED, now);
            announce(VOTED_ON, now);
        }
        for (Contest contest : List.of(DECIDED, VOTED_ON)) {
            answer(contest, day);
            if (day == contest.juryDay()) {
                score(contest);
            }
        }
        if (day == RESULT_DAY) {
            publish();
        }
        if (day == VOTE_DAY) {
            vote();
        }
        if (day == Timetable.TODAY) {
            arrange(now);
            meet(now);
        }
    }

    private void announce(Contest contest, Instant now) throws InterruptedException {
        Map<String, Object> phases = new LinkedHashMap<>();
        phases.put("juryUntil", after(now, contest.juryEnds()));
        if (contest.voteEnds() > 0) {
            phases.put("preferenceUntil", after(now, contest.voteEnds()));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("territory", "lyon");
        form.put("title", words(contest.titleFr(), contest.titleEn()));
        form.put("text", words(contest.textFr(), contest.textEn()));
        form.put("opensAt", after(now, 1));
        form.put("closesAt", after(now, contest.closes()));
        form.put("phases", phases);
        form.put(
                "criteria",
                List.of(
                        criterion(
                                "lien", "Ce que le projet fait pour le lien social", "What it does for neighbours", 50),
                        criterion("simple", "Simple à réaliser", "Simple to do", 30),
                        criterion("durable", "Ce qui en reste après", "What stays of it", 20)));
        form.put(
                "questions",
                List.of(
                        Map.of(
                                "id",
                                "pourquoi",
                                "label",
                                words("Pourquoi ici ?", "Why here?"),
                                "kind",
                                "text",
                                "required",
                                true),
                        Map.of(
                                "id",
                                "combien",
                                "label",
                                words("Combien de personnes en profiteront ?", "How many people will enjoy it?"),
                                "kind",
                                "number",
                                "required",
                                false)));
        form.put("envelope", euros(6_000));
        String id = api.post(jules(), "catalog/v1/calls", "demo-contest-" + contest.key(), form)
                .path("id")
                .asString();
        ids.put(contest.key(), id);
        for (String juror : JURORS) {
            api.post(
                    jules(),
                    path(contest) + "/jury",
                    "demo-seat-" + contest.key() + "-" + juror,
                    Map.of("name", people.nameOf(juror), "member", "m-" + juror));
        }
    }

    private void answer(Contest contest, int day) throws InterruptedException {
        for (var answer : contest.answers().entrySet()) {
            if (answer.getValue() == day) {
                ProjectStory story = story(answer.getKey());
                String owner = people.ownerOf(story.project());
                Map<String, Object> given = Map.of(
                        "pourquoi",
                        "Parce que " + story.project().district() + " l’attend depuis longtemps.",
                        "combien",
                        String.valueOf(40 + 30 * answer.getKey()));
                api.put(owner, path(contest) + "/applications/" + story.id(), Map.of("answers", given));
                api.put(owner, "catalog/v1/projects/" + story.id() + "/call", Map.of("call", id(contest)));
            }
        }
    }

    private void score(Contest contest) throws InterruptedException {
        for (int juror = 0; juror < JURORS.size(); juror++) {
            for (int project : contest.answers().keySet()) {
                Map<String, Object> scores = Map.of(
                        "lien", 5 + (project + juror) % 5,
                        "simple", 4 + (project * 3 + juror) % 6,
                        "durable", 6 + (project + 2 * juror) % 4);
                api.put(
                        people.named(JURORS.get(juror)),
                        path(contest) + "/jury/scores/" + story(project).id(),
                        Map.of("scores", scores));
            }
        }
    }

    private void publish() throws InterruptedException {
        String first = api.get(jules(), path(DECIDED) + "/standings")
                .path("items")
                .path(0)
                .path("project")
                .asString();
        Map<String, Object> award = Map.of(
                "project", first,
                "prize",
                        words(
                                "Une subvention et trois rendez-vous avec la Ville",
                                "A grant and three meetings with the City"),
                "reason",
                        words(
                                "Simple, gai, et ouvert à tous dès le premier jour.",
                                "Simple, merry, and open to all from the first day."),
                "amount", euros(2_500));
        api.put(jules(), path(DECIDED) + "/result", Map.of("awards", List.of(award)));
    }

    private void vote() throws InterruptedException {
        List<Integer> projects = VOTED_ON.answers().keySet().stream().sorted().toList();
        for (int voter = 0; voter < VOTERS; voter++) {
            int project = projects.get(voter * 7 % 5 % projects.size());
            api.post(
                    people.backer(1 + voter),
                    path(VOTED_ON) + "/votes",
                    "demo-vote-" + voter,
                    Map.of("project", story(project).id()));
        }
    }

    private void arrange(Instant now) throws InterruptedException {
        String from = now.minus(Duration.ofDays(3)).toString();
        String until = after(now, 40);
        Map<String, Object> theme = Map.of(
                "theme",
                "nature",
                "text",
                words(
                        "Cet hiver, Lyon plante : jardins, toits, pieds d’arbres.",
                        "This winter Lyon plants: gardens, roofs, tree pits."),
                "from",
                from,
                "until",
                until);
        List<Map<String, Object>> picks = List.of(
                pick(1, "Un café où l’on vient pour un panier et d’où l’on repart avec des amis.", from, until),
                pick(7, "Une cour d’école qui regarde pousser son déjeuner.", from, until));
        String page = "catalog/v1/territories/lyon/front-page";
        long version = api.get("", page).path("version").asLong();
        api.put(jules(), page, version, Map.of("themes", List.of(theme), "picks", picks));
    }

    private void meet(Instant now) throws InterruptedException {
        String coffee = meetup(
                "cafe",
                "Café des projets",
                "Projects café",
                "Mairie du 7e, 16 place Jean-Macé, Lyon",
                now.plus(Duration.ofDays(6)),
                40);
        String tour = meetup(
                "visite",
                "Visite du Kfé du 33",
                "A tour of the Kfé du 33",
                "33 rue de la Thibaudière, Lyon",
                now.plus(Duration.ofDays(13)),
                6);
        for (int guest = 0; guest < 9; guest++) {
            api.put(people.backer(guest), "catalog/v1/meetups/" + coffee + "/sign-up", Map.of());
            api.put(people.backer(20 + guest), "catalog/v1/meetups/" + tour + "/sign-up", Map.of());
        }
    }

    private String meetup(String key, String fr, String en, String place, Instant starts, int capacity)
            throws InterruptedException {
        Map<String, Object> form = Map.of(
                "territory", "lyon",
                "title", words(fr, en),
                "text",
                        words(
                                "On se retrouve, on regarde les projets, on repart avec une idée.",
                                "We meet, look at the projects, and leave with an idea."),
                "place", place,
                "startsAt", starts.toString(),
                "endsAt", starts.plus(Duration.ofHours(2)).toString(),
                "capacity", capacity);
        return api.post(jules(), "catalog/v1/meetups", "demo-meetup-" + key, form)
                .path("id")
                .asString();
    }

    /** What the pages are to show is there. */
    void verify() throws InterruptedException {
        api.getUntil(
                "", path(DECIDED) + "/result", found -> found.path("standings").size() == 3);
        api.getUntil(
                "", path(VOTED_ON), found -> found.path("phase").asString("").equals("preference"));
    }

    private Map<String, Object> pick(int project, String why, String from, String until) {
        return Map.of("project", story(project).id(), "text", Map.of("fr", why), "from", from, "until", until);
    }

    private ProjectStory story(int number) {
        return stories.stream()
                .filter(story -> story.project().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private String jules() {
        return people.named("jules");
    }

    private String id(Contest contest) {
        return ids.getOrDefault(contest.key(), "");
    }

    private String path(Contest contest) {
        return "catalog/v1/calls/" + id(contest);
    }

    private static String after(Instant now, int days) {
        return now.plus(Duration.ofDays(days)).toString();
    }

    private static Map<String, Object> words(String fr, String en) {
        return Map.of("fr", fr, "en", en);
    }

    private static Map<String, Object> criterion(String id, String fr, String en, int weight) {
        return Map.of("id", id, "label", words(fr, en), "weightPercent", weight);
    }

    private static Map<String, Object> euros(long euros) {
        return Map.of("amount", euros * 100, "currency", "EUR");
    }
}
