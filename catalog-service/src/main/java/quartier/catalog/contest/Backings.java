package quartier.catalog.contest;

/** Who has backed what, as pledge-service tells it; once is for ever. */
public interface Backings {

    boolean has(String project, String memberId);

    void add(String project, String memberId);
}
