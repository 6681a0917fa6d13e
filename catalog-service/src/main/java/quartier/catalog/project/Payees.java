package quartier.catalog.project;

/** Whom money may be paid out to, as pledge-service tells it. */
public interface Payees {

    boolean isVerified(String memberId);
}
