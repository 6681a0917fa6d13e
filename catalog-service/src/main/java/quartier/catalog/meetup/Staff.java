package quartier.catalog.meetup;

import java.util.List;

/** Who asks for a meetup, or for a change of it. */
public interface Staff {

    String memberId();

    /** Whether one of these territories (a meetup's path) gave them the right to animate it. */
    boolean animates(List<String> territoryPath);
}
