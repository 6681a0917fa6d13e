package quartier.catalog.contest;

import java.time.Instant;
import java.util.Map;

/**
 * What a project answered to a call's questions; written once.
 *
 * @param answers by the questions' ids; only those that were answered
 */
public record Application(String id, String call, String project, Map<String, String> answers, Instant at)
        implements OfACall {

    public Application {
        answers = Map.copyOf(answers);
    }

    static String id(String call, String project) {
        return call + ":" + project;
    }
}
