package quartier.catalog.territory;

/**
 * Words that reviewers use again and again.
 *
 * @param decision {@code return} or {@code refuse}
 * @param title for the reviewers
 * @param text for the owner, in the language that they read
 */
public record AnswerTemplate(String id, String decision, String title, Label text) {}
