package quartier.catalog.project;

/** Where news of payees are kept. */
public interface PayeeNews {

    /** @return false when something as new was heard before */
    boolean hear(String memberId, boolean verified, long sequence);
}
