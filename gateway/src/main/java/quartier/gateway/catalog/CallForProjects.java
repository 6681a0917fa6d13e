package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a territory asks projects for, as the pages show it. */
public record CallForProjects(
        String id,
        String slug,
        long version,
        String state,
        String territory,
        List<String> territoryPath,
        Words title,
        Words text,
        @Nullable String theme,
        Instant opensAt,
        Instant closesAt) {

    public CallForProjects {
        territoryPath = territoryPath == null ? List.of() : List.copyOf(territoryPath);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
