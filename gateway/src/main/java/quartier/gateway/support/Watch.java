package quartier.gateway.support;

import org.jspecify.annotations.Nullable;

/** A project that an organisation keeps an eye on, with its private note. */
public record Watch(Sighting project, @Nullable String note) {}
