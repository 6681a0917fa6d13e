package quartier.catalog.delivery;

import java.util.List;

/** What the team asks the backers of a tier, such as a size or a colour. */
public record Survey(String project, String tier, List<Question> questions) {

    public static final int MOST_QUESTIONS = 10;
    public static final int MOST_OPTIONS = 20;
    public static final int LONGEST = 200;

    public Survey {
        questions = List.copyOf(questions);
    }

    /** @param options to choose from; none where any short text will do */
    public record Question(String id, String label, List<String> options) {
        public Question {
            options = List.copyOf(options);
        }
    }
}
