package quartier.inkind.need;

import java.util.List;

/**
 * What a need keeps of its project, as it was announced at launch.
 *
 * @param owner the member who carries it, and who alone answers offers
 * @param territoryPath from the root of the tree to the project's own territory
 */
public record ProjectReference(
        String id, String slug, String title, String owner, String territory, List<String> territoryPath) {

    public ProjectReference {
        territoryPath = List.copyOf(territoryPath);
    }
}
