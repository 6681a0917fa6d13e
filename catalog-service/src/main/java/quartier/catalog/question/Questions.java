package quartier.catalog.question;

import java.util.List;
import java.util.Optional;

/** Where questions are kept. */
public interface Questions {

    /** The newest first; as many as a project may have. */
    List<Question> of(String project);

    Optional<Question> find(String id);

    /** With word of it for the team. False when the id is taken: the same request was here before. */
    boolean insert(Question question);

    /** Keeps the answer; with word of it when it is the first, none when it is corrected. */
    void answer(Question answered, Question.Answer answer);

    void remove(String id);
}
