package quartier.support.offer.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.support.offer.Euros;
import quartier.support.offer.Help;
import quartier.support.offer.Instrument;
import quartier.support.offer.SupportKind;
import quartier.support.offer.web.OfferRequest.InstrumentBody;
import quartier.support.web.Money;

/** Reads what is offered out of a request, or names all fields that are wrong. */
final class HelpReader {

    /** More is a mistake of zeros: the whole budget of a large city. */
    private static final long MOST_MINOR_UNITS = 100_000_000_000L;

    /** The days of French acts. */
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private HelpReader() {}

    static Help read(OfferRequest request, Instant now) {
        List<Problem.Field> wrong = new ArrayList<>();
        SupportKind kind = kind(request.kind(), wrong);
        checkAmount(kind, request.amount(), wrong);
        Instrument instrument = instrument(request.instrument(), now, wrong);
        if (kind == null || !wrong.isEmpty()) {
            throw Problem.ofFields(wrong);
        }
        Euros amount =
                request.amount() == null ? null : new Euros(request.amount().amount());
        return new Help(kind, request.title(), request.description(), amount, instrument, request.conditions());
    }

    private static @Nullable SupportKind kind(String name, List<Problem.Field> wrong) {
        try {
            return SupportKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            wrong.add(Problem.Field.of("kind", "kind-unknown"));
            return null;
        }
    }

    private static void checkAmount(@Nullable SupportKind kind, @Nullable Money amount, List<Problem.Field> wrong) {
        if (kind == SupportKind.GRANT && amount == null) {
            wrong.add(Problem.Field.of("amount", "grant-needs-amount"));
        }
        if (kind != SupportKind.GRANT && amount != null) {
            wrong.add(Problem.Field.of("amount", "amount-of-grant-only"));
        }
        if (amount != null && !amount.currency().equals("EUR")) {
            wrong.add(Problem.Field.of("amount.currency", "currency-unknown"));
        }
        if (amount != null && (amount.amount() <= 0 || amount.amount() > MOST_MINOR_UNITS)) {
            wrong.add(Problem.Field.of("amount.amount", "amount-range"));
        }
    }

    private static Instrument instrument(@Nullable InstrumentBody body, Instant now, List<Problem.Field> wrong) {
        if (body == null) {
            return Instrument.NONE;
        }
        LocalDate date = body.date();
        if (date != null && date.isAfter(LocalDate.ofInstant(now, FRANCE))) {
            wrong.add(Problem.Field.of("instrument.date", "date-in-future"));
        }
        return new Instrument(body.deliberation(), date, body.convention());
    }
}
