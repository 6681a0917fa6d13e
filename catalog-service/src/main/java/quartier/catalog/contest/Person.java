package quartier.catalog.contest;

import java.util.List;

/** Who asks. */
public interface Person {

    String memberId();

    /** Whether one of these territories (a call's path) gave them the right to animate it. */
    boolean animates(List<String> territoryPath);
}
