package quartier.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import quartier.local.identity.LocalTokens;

/** The tokens of everybody who takes part. */
final class People {

    /** Who can sign in, and therefore gets mail. */
    static final List<String> NAMED = List.of(
            "alexis", "clement", "remi", "nadia", "said", "claire", "jules", "ines", "marc", "odile", "luc", "anne");

    private static final Map<String, String> MODERATORS =
            Map.of("lyon", "nadia", "saint-etienne", "said", "clermont-ferrand", "claire");

    private final LocalTokens tokens;
    private final List<String> backers;
    private final Map<String, String> made = new HashMap<>();

    People(LocalTokens tokens) {
        this.tokens = tokens;
        this.backers = Stream.concat(
                        Stream.of(tokens.ofDemoPerson("remi")),
                        Neighbours.all().stream().map(person -> tokens.ofInvented(person.login(), person.name())))
                .toList();
    }

    int backers() {
        return backers.size();
    }

    String backer(int index) {
        return backers.get(index);
    }

    String named(String login) {
        return kept(login, () -> tokens.ofDemoPerson(login));
    }

    String nameOf(String login) {
        return tokens.nameOf(login);
    }

    String moderatorOf(DemoProject project) {
        return named(MODERATORS.getOrDefault(project.territory(), "odile"));
    }

    String ownerOf(DemoProject project) {
        return switch (project.number()) {
            case 1 -> named("alexis");
            case 10, 29 -> named("clement");
            default -> {
                Neighbours.Neighbour owner = Neighbours.ownerOf(project);
                yield kept(owner.login(), () -> tokens.ofInvented(owner.login(), owner.name()));
            }
        };
    }

    private synchronized String kept(String login, Supplier<String> token) {
        return made.computeIfAbsent(login, _ -> token.get());
    }
}
