package quartier.catalog.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator, or the configuration, says of a territory. What is left out is taken from the territory above.
 *
 * @param kind a {@link Kind}'s id
 * @param parent null for the root of a tree; never changed later, because projects and events name the path
 * @param population inhabitants
 */
public record TerritoryForm(
        Label name,
        String kind,
        @Nullable String parent,
        @Nullable Centre centre,
        @Nullable String inseeCode,
        @Nullable List<String> districts,
        @Nullable List<Theme> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable Policy policy,
        @Nullable Integer population,
        @Nullable Outline outline,
        @Nullable Window window) {}
