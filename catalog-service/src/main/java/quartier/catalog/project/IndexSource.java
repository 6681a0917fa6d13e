package quartier.catalog.project;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What the search index is made from. */
public interface IndexSource {

    /** Those of these that there are, in no order. */
    List<Project> findAll(Collection<String> ids);

    /** Each one that was launched, one after the other. */
    void forEachPublic(Consumer<Project> reader);
}
