package quartier.support.web;

import quartier.support.offer.Rule;

/** A rule in both languages. */
public record RuleRepresentation(String id, Text explanation, String legalReference, String appliedBy) {

    public record Text(String fr, String en) {}

    public static RuleRepresentation of(Rule rule) {
        return new RuleRepresentation(
                rule.id(), new Text(rule.french(), rule.english()), rule.reference(), rule.appliedBy());
    }
}
