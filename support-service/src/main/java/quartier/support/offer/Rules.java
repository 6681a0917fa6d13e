package quartier.support.offer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation must respect when it helps a project. Stated as of November 2026; a lawyer validates the list
 * before production.
 */
public final class Rules {

    /** Décret n° 2001-495, article 1: from more than this amount on, a convention is needed. */
    static final Euros LARGEST_GRANT_WITHOUT_CONVENTION = new Euros(2_300_000);

    private static final String HERE = "support-service";

    public static final Rule RESIDENTS_FIRST = new Rule(
            "residents-first",
            "Les soutiens arrivent une fois que les habitants ont montré le leur : le projet doit d’abord atteindre le"
                    + " pourcentage et le nombre de contributeurs fixés par son territoire.",
            "Supporters come once residents have shown their own support: the project must first reach the percentage"
                    + " and the number of backers that its territory set.",
            "Règlement du territoire, seuils figés au lancement de la collecte",
            HERE);

    public static final Rule NO_CONFLICT_OF_INTEREST = new Rule(
            "no-conflict-of-interest",
            "L’agent d’un soutien ne peut pas aider un projet qu’il porte lui-même ; un autre agent doit en décider.",
            "The agent of a supporter may not help a project of their own; another agent has to decide.",
            "Loi n° 2013-907 du 11 octobre 2013, article 2 ; code pénal, article 432-12",
            HERE);

    public static final Rule GRANT_NEEDS_DELIBERATION = new Rule(
            "public-grant-needs-deliberation",
            "La subvention d’une personne publique repose sur une délibération : indiquez sa référence et sa date.",
            "A public body’s grant rests on a decision of its assembly: give its reference and its date.",
            "Code général des collectivités territoriales, article L. 2311-7 ; loi n° 2000-321 du 12 avril 2000,"
                    + " article 9-1",
            HERE);

    public static final Rule LARGE_GRANT_NEEDS_CONVENTION = new Rule(
            "public-grant-above-23000-needs-convention",
            "Au-delà de 23 000 €, la subvention d’une personne publique demande une convention : indiquez sa"
                    + " référence.",
            "Above 23,000 €, a public body’s grant needs a written agreement (convention): give its reference.",
            "Loi n° 2000-321 du 12 avril 2000, article 10 ; décret n° 2001-495 du 6 juin 2001, article 1",
            HERE);

    public static final Rule LOAN_NEEDS_CONVENTION = new Rule(
            "public-loan-needs-convention",
            "Le prêt de matériel d’une personne publique demande une convention : indiquez sa référence.",
            "Equipment that a public body lends needs a written agreement (convention): give its reference.",
            "Code civil, articles 1875 et suivants (prêt à usage)",
            HERE);

    /** Applied where pledges are made; listed here, because agents of public bodies ask here. */
    public static final Rule NEVER_INTO_ESCROW = new Rule(
            "public-body-may-not-pledge",
            "Une personne publique ne verse jamais au séquestre : ni contribution, ni contrepartie, qui serait un"
                    + " achat. Son aide est une offre de soutien, avec son acte.",
            "A public body never pays into escrow: no pledge, and no reward, which would be a purchase. Its help is a"
                    + " support offer, with its legal instrument.",
            "Décret n° 2012-1246 du 7 novembre 2012 (gestion budgétaire et comptable publique), articles 18 et 38",
            "pledge-service");

    public static final List<Rule> ALL = List.of(
            RESIDENTS_FIRST,
            NO_CONFLICT_OF_INTEREST,
            GRANT_NEEDS_DELIBERATION,
            LARGE_GRANT_NEEDS_CONVENTION,
            LOAN_NEEDS_CONVENTION,
            NEVER_INTO_ESCROW);

    private Rules() {}

    /** The first rule that this offer would break. */
    static Optional<Rule> brokenBy(OfferingSupporter supporter, SupportedProject project, Help help, String agent) {
        if (project.owner().equals(agent)) {
            return Optional.of(NO_CONFLICT_OF_INTEREST);
        }
        if (!project.supportedByResidents()) {
            return Optional.of(RESIDENTS_FIRST);
        }
        return supporter.isPublic() ? brokenByPublicBody(help) : Optional.empty();
    }

    private static Optional<Rule> brokenByPublicBody(Help help) {
        Instrument instrument = help.instrument();
        return switch (help.kind()) {
            case GRANT -> brokenByPublicGrant(help.amount(), instrument);
            case EQUIPMENT_LOAN ->
                instrument.convention() == null ? Optional.of(LOAN_NEEDS_CONVENTION) : Optional.empty();
            case LABEL, GUIDANCE, PROCEDURE, PLACE -> Optional.empty();
        };
    }

    private static Optional<Rule> brokenByPublicGrant(@Nullable Euros amount, Instrument instrument) {
        if (instrument.deliberation() == null || instrument.date() == null) {
            return Optional.of(GRANT_NEEDS_DELIBERATION);
        }
        boolean large = amount != null && amount.compareTo(LARGEST_GRANT_WITHOUT_CONVENTION) > 0;
        return large && instrument.convention() == null ? Optional.of(LARGE_GRANT_NEEDS_CONVENTION) : Optional.empty();
    }
}
