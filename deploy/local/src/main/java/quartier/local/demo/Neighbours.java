package quartier.local.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented people enough for every campaign. */
final class Neighbours {

    private static final List<String> FIRST = List.of(
            "Camille", "Yanis", "Louise", "Mehdi", "Jeanne", "Hugo", "Fatima", "Lucas", "Manon", "Karim", "Élise",
            "Théo", "Aïcha", "Nathan", "Sarah", "Bastien", "Leïla", "Antoine", "Chloé", "Omar", "Margaux", "Rayan");

    private static final List<String> LAST = List.of(
            "Bernard", "Petit", "Diallo", "Nguyen", "Rousseau", "Mercier", "Haddad", "Girard", "Costa", "Lambert");

    private static final List<String> OWNERS_LAST =
            List.of("Fournier", "Chevalier", "Da Silva", "Renard", "Blanc", "Kaya");

    record Neighbour(String login, String name) {}

    private Neighbours() {}

    static List<Neighbour> all() {
        List<Neighbour> all = new ArrayList<>();
        for (String last : LAST) {
            for (String first : FIRST) {
                all.add(named(first + " " + last));
            }
        }
        return all;
    }

    /** Who carries a project that none of the demo's named people carries. */
    static Neighbour ownerOf(DemoProject project) {
        return named(FIRST.get(project.number() * 5 % FIRST.size()) + " "
                + OWNERS_LAST.get(project.number() % OWNERS_LAST.size()));
    }

    private static Neighbour named(String name) {
        String login = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("-$", "");
        return new Neighbour(login, name);
    }
}
