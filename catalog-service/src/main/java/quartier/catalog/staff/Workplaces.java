package quartier.catalog.staff;

import java.util.List;

/** The territories, as far as roles are scoped to them. */
public interface Workplaces {

    /** Ids from the root of the tree to the territory; empty when there is none. */
    List<String> pathOf(String territory);

    /** The territory, those above it and those below it: a role in any of them concerns it. */
    List<String> around(String territory);
}
