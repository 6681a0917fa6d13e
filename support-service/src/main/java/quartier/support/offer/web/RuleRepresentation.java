package quartier.support.offer.web;

import quartier.support.offer.Rule;

record RuleRepresentation(String id, Text explanation, String legalReference, String appliedBy) {

    record Text(String fr, String en) {}

    static RuleRepresentation of(Rule rule) {
        return new RuleRepresentation(
                rule.id(), new Text(rule.french(), rule.english()), rule.reference(), rule.appliedBy());
    }
}
