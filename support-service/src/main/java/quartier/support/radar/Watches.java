package quartier.support.radar;

import java.util.List;

/** The watch lists of supporters. */
public interface Watches {

    void put(Watch watch);

    void remove(String supporter, String project);

    boolean contains(String supporter, String project);

    /** The latest written first. */
    List<Watch> of(String supporter, int limit);

    long count(String supporter);
}
