package quartier.notification.notice;

import org.jspecify.annotations.Nullable;

/** The page where a notice leads. */
public enum Destination {
    PROJECT_PAGE,
    EDIT_PAGE,
    DASHBOARD,
    PLEDGE,
    REFUND_ACCOUNT,
    ACCOUNT,
    RADAR,
    CALL,
    CALL_RESULT,
    VOTE,
    QUESTIONS,
    REWARDS,
    STUCK_REFUNDS,
    STUCK_PAYOUTS,
    MEETUP;

    /** A path of the public site; the project's page falls back to the inbox while its slug is not known. */
    String path(@Nullable String project, @Nullable String slug, @Nullable String reference) {
        return switch (this) {
            case PROJECT_PAGE -> slug == null ? "/moi/avis" : "/projets/" + slug;
            case EDIT_PAGE -> "/mes-projets/" + project;
            case DASHBOARD -> "/mes-projets/" + project + "/tableau";
            case PLEDGE -> "/contributions/" + reference;
            case REFUND_ACCOUNT -> "/moi/contributions/" + reference + "/remboursement";
            case ACCOUNT -> "/moi";
            case RADAR -> "/veille";
            case QUESTIONS -> slug == null ? "/moi/avis" : "/projets/" + slug + "#questions";
            case REWARDS -> "/moi/contreparties";
            case STUCK_REFUNDS -> "/exploitation/remboursements";
            case STUCK_PAYOUTS -> "/exploitation/versements";
            case CALL -> "/appels/" + reference;
            case VOTE -> "/appels/" + reference + "/vote";
            case CALL_RESULT -> "/appels/" + reference + "/resultat";
            case MEETUP -> "/rencontres/" + reference;
        };
    }
}
