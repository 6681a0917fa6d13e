package quartier.pledge.receipt;

import java.util.Locale;

/** In which language a paper is written. */
public enum Language {
    FRENCH(Locale.FRANCE),
    ENGLISH(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** English for those who read English, else French. */
    public static Language of(Locale reader) {
        return reader.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }
}
