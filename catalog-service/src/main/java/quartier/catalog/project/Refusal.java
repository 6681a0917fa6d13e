package quartier.catalog.project;

import java.util.List;
import java.util.Set;

/** Why a request was not followed. Expected, and told to who asked. */
public sealed interface Refusal {

    /** Stable, for the history. */
    String code();

    /** Fields of the request or of the project break rules. */
    record RulesBroken(List<Violation> violations) implements Refusal {
        public RulesBroken {
            violations = List.copyOf(violations);
        }

        @Override
        public String code() {
            return "rules-broken";
        }
    }

    /** The campaign has no such tier. */
    record UnknownTier(String tier) implements Refusal {
        @Override
        public String code() {
            return "unknown-tier";
        }
    }

    /** The project's state does not allow it. */
    record WrongState(ProjectState state, Set<ProjectState> possible) implements Refusal {
        public WrongState {
            possible = Set.copyOf(possible);
        }

        @Override
        public String code() {
            return "wrong-state";
        }
    }

    /** Only its owner may. */
    record NotTheOwner() implements Refusal {
        @Override
        public String code() {
            return "not-the-owner";
        }
    }

    /** Only moderators of the project's territory, or of one that contains it, may. */
    record NotYourTerritory(String territory) implements Refusal {
        @Override
        public String code() {
            return "not-your-territory";
        }
    }

    /** Nobody reviews what is their own. */
    record OwnProject() implements Refusal {
        @Override
        public String code() {
            return "own-project";
        }
    }

    /** The call takes no projects yet, or no longer. */
    record CallNotOpen() implements Refusal {
        @Override
        public String code() {
            return "call-not-open";
        }
    }

    /** The call's staff took the project out of it. */
    record RemovedFromCall() implements Refusal {
        @Override
        public String code() {
            return "removed-from-call";
        }
    }

    /** The project does not answer this call. */
    record NotInCall() implements Refusal {
        @Override
        public String code() {
            return "not-in-call";
        }
    }

    /** There is no such invitation, or no project that it is for. */
    record InvitationUnknown() implements Refusal {
        @Override
        public String code() {
            return "invitation-unknown";
        }
    }

    /** Somebody else accepted the invitation: it works once. */
    record InvitationUsed() implements Refusal {
        @Override
        public String code() {
            return "invitation-used";
        }
    }

    record InvitationExpired() implements Refusal {
        @Override
        public String code() {
            return "invitation-expired";
        }
    }

    /** Whoever carries the project already needs no invitation. */
    record AlreadyInTeam() implements Refusal {
        @Override
        public String code() {
            return "already-in-team";
        }
    }

    /** The owner's identity is not verified, so that the money could not be paid out. */
    record PayeeNotVerified() implements Refusal {
        @Override
        public String code() {
            return "payee-not-verified";
        }
    }

    /** The caller worked on an older version. */
    record StaleVersion(long current) implements Refusal {
        @Override
        public String code() {
            return "stale-version";
        }
    }

    /** The Idempotency-Key was used for something else. */
    record KeyReused() implements Refusal {
        @Override
        public String code() {
            return "idempotency-key-reused";
        }
    }

    /** The project, or its owner, has as many as may be. */
    record LimitReached(int limit) implements Refusal {
        @Override
        public String code() {
            return "limit-reached";
        }
    }

    /** Somebody else of the staff has it in hand. */
    record ClaimedByAnother(String name) implements Refusal {
        @Override
        public String code() {
            return "claimed-by-another";
        }
    }

    /** They approved it already; a goal of this height is approved by two people. */
    record SecondEyesNeeded() implements Refusal {
        @Override
        public String code() {
            return "second-eyes-needed";
        }
    }

    /** The appeal is against their own refusal: somebody else decides. */
    record AppealAgainstYou() implements Refusal {
        @Override
        public String code() {
            return "appeal-against-you";
        }
    }

    /** There is one appeal, and it was made. */
    record AppealUsed() implements Refusal {
        @Override
        public String code() {
            return "appeal-used";
        }
    }

    /** The territory takes no projects: it is suspended or archived. */
    record TerritoryClosed(String territory) implements Refusal {
        @Override
        public String code() {
            return "territory-closed";
        }
    }

    /** The project stands in this territory already. */
    record AtHomeThere() implements Refusal {
        @Override
        public String code() {
            return "at-home-there";
        }
    }
}
