package quartier.platform.store;

import org.bson.Document;

/** An aggregate as it was read: its state, and the version that a change of it must still find. */
public record StoredAggregate(String id, long version, Document state) {}
