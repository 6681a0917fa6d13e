package quartier.notification.notice;

/** Why a member is told, which decides what an unsubscription stops. */
public enum Concern {
    /** News of a project that one follows: stopped for the project or for all. */
    NEWS,
    /** What one has to act upon as an owner, a helper or an agent: stopped for all only. */
    ROLE,
    /** One's own money: always mailed, as a bank would. */
    MONEY
}
