package quartier.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The region's calls for projects, open from before the first proposal until some weeks after today. */
final class CallsForProjects {

    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");
    private static final Duration BEFORE_THE_FIRST_DAY = Duration.ofDays(2);
    private static final Duration OPEN_FOR = Duration.ofDays(Timetable.TODAY + 30L);

    private record Call(
            String key,
            String titleFr,
            String titleEn,
            String textFr,
            String textEn,
            String theme,
            Set<Integer> projects) {}

    private static final List<Call> CALLS = List.of(
            new Call(
                    "circuits-courts",
                    "Circuits courts",
                    "Short supply chains",
                    """
                    Du champ à l’assiette, sans détour : épiceries coopératives, cuisines partagées, paniers, bocaux.

                    La région cherche des projets qui rapprochent ceux qui produisent et ceux qui mangent, dans toutes ses villes.""",
                    """
                    From field to plate, without a detour: cooperative groceries, shared kitchens, baskets, jars.

                    The region looks for projects that bring growers and eaters closer, in all its cities.""",
                    "alimentation",
                    Set.of(1, 13, 16, 25)),
            new Call(
                    "marcher-et-rouler",
                    "Marcher et rouler",
                    "Walk and roll",
                    """
                    À pied, à vélo, en fauteuil, avec une poussette : aller d’un endroit à l’autre, et avoir envie de s’y arrêter.

                    La région cherche des projets qui rendent les rues plus simples à parcourir, à petite échelle.""",
                    """
                    On foot, by bike, in a wheelchair, with a pram: to get from one place to another, and to want to stay there.

                    The region looks for projects that make streets easier to get through, on a small scale.""",
                    "mobilite",
                    Set.of(3, 4, 6, 18, 26)));

    private final Api api;
    private final People people;
    private final Map<String, String> ids = new HashMap<>();

    CallsForProjects(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    void announce(Instant firstDay) throws InterruptedException {
        Instant opens = firstDay.minus(BEFORE_THE_FIRST_DAY);
        for (Call call : CALLS) {
            Map<String, Object> form = Map.of(
                    "territory", "auvergne-rhone-alpes",
                    "title", Map.of("fr", call.titleFr(), "en", call.titleEn()),
                    "text", Map.of("fr", call.textFr(), "en", call.textEn()),
                    "theme", call.theme(),
                    "opensAt", opens.toString(),
                    "closesAt", endOfDay(opens.plus(OPEN_FOR)).toString());
            String id = api.post(people.named("odile"), "catalog/v1/calls", "demo-call-" + call.key(), form)
                    .path("id")
                    .asString();
            ids.put(call.key(), id);
        }
    }

    private static Instant endOfDay(Instant instant) {
        return instant.atZone(WALL_CLOCK)
                .toLocalDate()
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(WALL_CLOCK)
                .toInstant();
    }

    /** The id of the call that the project answers. */
    Optional<String> of(DemoProject project) {
        return CALLS.stream()
                .filter(call -> call.projects().contains(project.number()))
                .map(call -> ids.get(call.key()))
                .findFirst();
    }

    /** Each call has as many projects as it should. */
    void verify() throws InterruptedException {
        for (Call call : CALLS) {
            api.getUntil(
                    "",
                    "catalog/v1/projects?limit=100&call=" + ids.get(call.key()),
                    found -> found.path("items").size() == call.projects().size());
        }
    }
}
