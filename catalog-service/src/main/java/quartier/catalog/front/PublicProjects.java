package quartier.catalog.front;

/** The projects as they are now. */
public interface PublicProjects {

    /** Whether everybody may read this project, and it belongs to the territory or to one below it. */
    boolean has(String project, String territory);
}
