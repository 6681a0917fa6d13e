package quartier.inkind.need;

import java.time.Instant;
import java.util.List;

/** The need for hands to paint the room of the Kfé du 33, and offers for it. */
final class NeedMother {

    static final String OWNER = "m-alexis";
    static final String REMI = "m-remi";
    static final String INES = "m-ines";
    static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private NeedMother() {}

    static Need needOf(int quantity) {
        var project =
                new ProjectReference("p1", "le-kfe-du-33", "Le Kfé du 33", OWNER, "lyon", List.of("aura", "lyon"));
        return new Need(
                Need.id("p1", "n1"),
                project,
                NeedKind.LABOUR,
                "Repeindre la salle",
                null,
                quantity,
                NOW,
                Standing.RUNNING,
                7,
                List.of());
    }

    static Offer offer(String name, String by, int quantity) {
        return new Offer(
                Offer.id("p1.n1", name), by, "Somebody", quantity, "Avec plaisir", null, "print-" + quantity, NOW);
    }

    static String id(String name) {
        return Offer.id("p1.n1", name);
    }

    /** The need after a request that was not refused. */
    static Need after(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> changed.need();
            case Decision.Unchanged unchanged -> unchanged.need();
            case Decision.Refused(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }
}
