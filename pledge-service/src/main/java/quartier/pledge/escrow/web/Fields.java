package quartier.pledge.escrow.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.Visibility;

/** The checks that several forms share. Each adds what is wrong to the list. */
final class Fields {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_URL = 2000;

    private Fields() {}

    static void checkAmount(@Nullable MoneyJson amount, List<Field> wrong) {
        if (amount == null) {
            wrong.add(Field.of("amount", "required"));
        } else if (amount.currency() == null || !amount.currency().matches("[A-Z]{3}")) {
            wrong.add(Field.of("amount.currency", "currency"));
        }
    }

    static void checkId(String field, @Nullable String id, List<Field> wrong) {
        if (isTooLong(id)) {
            wrong.add(Field.of(field, "too-long"));
        }
    }

    static boolean isTooLong(@Nullable String id) {
        return id != null && id.length() > LONGEST_ID;
    }

    /** Its digits, or nothing when it has none. */
    static String card(PledgeForm.@Nullable Payment payment, List<Field> wrong) {
        String card =
                payment == null || payment.card() == null ? "" : payment.card().replaceAll("\\s", "");
        if (!card.matches("[0-9]{12,19}")) {
            wrong.add(Field.of("payment.card", "card"));
        }
        return card;
    }

    /** A provider's name of a means of payment, as {@code pm_…}. */
    static String token(String given, List<Field> wrong) {
        if (!given.matches("[A-Za-z][A-Za-z0-9_-]{4,199}")) {
            wrong.add(Field.of("payment.token", "token"));
        }
        return given;
    }

    static Visibility visibility(@Nullable String word, List<Field> wrong) {
        return switch (word) {
            case "name" -> Visibility.NAME;
            case "first_name" -> Visibility.FIRST_NAME;
            case "anonymous" -> Visibility.ANONYMOUS;
            case null -> Visibility.ANONYMOUS; // who says nothing is not shown
            default -> {
                wrong.add(Field.of("visibility", "visibility"));
                yield Visibility.ANONYMOUS;
            }
        };
    }

    static @Nullable URI returnUrl(@Nullable String given, List<Field> wrong) {
        if (given == null) {
            return null;
        }
        try {
            URI uri = new URI(given);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && given.length() <= LONGEST_URL) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // told below, with the others
        }
        wrong.add(Field.of("returnUrl", "url"));
        return null;
    }
}
