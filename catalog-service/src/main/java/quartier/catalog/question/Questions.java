package quartier.catalog.question;

import java.util.List;
import java.util.Optional;

/** Where questions are kept. */
public interface Questions {

    /** The newest first; as many as a project may have. */
    List<Question> of(String project);

    Optional<Question> find(String id);

    /** False when the id is taken: the same request was here before. */
    boolean insert(Question question);

    void replace(Question question);

    void remove(String id);
}
