package quartier.support.supporter;

/** How far an organisation is trusted. Only the operator changes it. */
public enum SupporterState {
    REGISTERED,
    APPROVED,
    SUSPENDED;

    boolean mayBecome(SupporterState next) {
        return switch (this) {
            case REGISTERED, SUSPENDED -> next == APPROVED;
            case APPROVED -> next == SUSPENDED;
        };
    }
}
