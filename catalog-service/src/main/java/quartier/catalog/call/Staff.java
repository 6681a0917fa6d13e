package quartier.catalog.call;

import java.util.List;

/** Who asks for a call, or for a change of it. */
public interface Staff {

    String memberId();

    /** Whether one of these territories (a call's path) gave them the right to animate it. */
    boolean animates(List<String> territoryPath);
}
