package quartier.platform.store;

/** Others changed the aggregate each time that this change was tried; answered 409, the caller may try again. */
public final class StaleAggregateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleAggregateException(String collection, String id) {
        super(collection + " " + id + " was changed by others three times in a row");
    }
}
