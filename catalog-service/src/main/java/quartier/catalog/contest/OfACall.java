package quartier.catalog.contest;

/** What is kept beside a call, in a document of its own. */
public interface OfACall {

    String id();

    String call();
}
