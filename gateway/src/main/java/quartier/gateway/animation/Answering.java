package quartier.gateway.animation;

import java.util.LinkedHashMap;
import java.util.Map;

/** An owner's answers to a call's questions, as they are being typed: fields {@code answers.<question>}. */
record Answering(String project, Map<String, String> answers) {

    private static final String PREFIX = "answers.";

    static Answering blank() {
        return new Answering("", Map.of());
    }

    static Answering of(Map<String, String> typed) {
        Map<String, String> answers = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (field.startsWith(PREFIX) && !text.isBlank()) {
                answers.put(field.substring(PREFIX.length()), text);
            }
        });
        return new Answering(typed.getOrDefault("projet", ""), answers);
    }

    public String to(String question) {
        return answers.getOrDefault(question, "");
    }

    public boolean isBegun() {
        return !answers.isEmpty() || !project.isEmpty();
    }
}
