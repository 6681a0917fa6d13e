package quartier.notification.notice;

import java.util.List;

/** Who runs the platform, as far as they signed in: their tokens say so, and nobody else does. */
public interface Operators {

    void keep(String member, boolean operator);

    List<String> all();
}
