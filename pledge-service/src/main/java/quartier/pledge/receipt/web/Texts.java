package quartier.pledge.receipt.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem.Field;

/** Texts of a request's body. */
final class Texts {

    private static final int LONGEST = 200;

    private Texts() {}

    /** The text without spaces around it; what is wrong with it is noted. */
    static String required(@Nullable String text, String path, List<Field> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(Field.of(path, "required"));
            return "";
        }
        if (text.length() > LONGEST) {
            wrong.add(Field.of(path, "too-long"));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong.add(Field.of(path, "one-line"));
        }
        return text.strip();
    }
}
