package quartier.notification.notice;

/** Those whom an announcement about a project reaches. */
public enum Audience {
    OWNER,
    /** Who asked to hear of it, or backed it and did not opt out. */
    FOLLOWERS,
    /** Whose money is in it, whether they want its news or not. */
    BACKERS
}
