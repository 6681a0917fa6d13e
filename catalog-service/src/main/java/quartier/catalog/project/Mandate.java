package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * What a public body needs to collect through an intermediary: a « convention de mandat » and the public accountant's
 * approval, with their references (CGCT, art. L. 1611-7-1, as read in 2026).
 *
 * @param reference of the convention de mandat
 * @param date of the convention, ISO 8601, as the owner wrote it
 * @param beyondMission in what the project goes beyond what the body has to pay for itself
 * @param accountantApproval reference and date of the public accountant's approval
 */
public record Mandate(
        @Nullable String reference,
        @Nullable String date,
        @Nullable String accountantApproval,
        @Nullable String beyondMission) {}
