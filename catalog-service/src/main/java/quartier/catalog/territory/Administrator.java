package quartier.catalog.territory;

import java.util.List;

/** Who asks for a change of a territory. */
public interface Administrator {

    String memberId();

    boolean isOperator();

    /** Whether the administration of one of these territories was given to them. */
    boolean administers(List<String> path);
}
