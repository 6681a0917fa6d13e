package quartier.catalog.delivery;

import java.util.List;

/** Where surveys are kept. */
public interface Surveys {

    List<Survey> of(String project);

    void put(Survey survey);
}
