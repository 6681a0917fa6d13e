package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * Something other than money that the project asks for.
 *
 * @param id unique in the project, for example {@code n1}; given by the service where the form has none
 * @param kind a {@link NeedKind}'s id, as the owner sent it
 * @param quantity pieces, people or hours, as the title says
 */
public record Need(
        String id,
        String kind,
        String title,
        int quantity,
        @Nullable String description) {}
