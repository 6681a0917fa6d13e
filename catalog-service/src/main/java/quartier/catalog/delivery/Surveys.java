package quartier.catalog.delivery;

import java.util.List;

/** Where surveys are kept. */
public interface Surveys {

    List<Survey> of(String project);

    /** Marked as to be told, unless the same stands there already. */
    void put(Survey survey);
}
