package quartier.pledge.receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Gives a backer the tax receipt of a gift: the one that stands, or a new one. */
public final class IssueTaxReceipt {

    /** Others may take a number while a paper is printed; so many in a row means that something is wrong. */
    private static final int ATTEMPTS = 200;

    /** @param identity as the backer gives it now; null takes the one they gave before */
    public record Request(Gift gift, @Nullable Identity identity, Language language, Instant now) {}

    public sealed interface Answer {

        record Issued(TaxReceipt receipt) implements Answer {}

        /** It was issued before; nothing of the request was used. */
        record Standing(TaxReceipt receipt) implements Answer {}

        record Refused(Refusal reason) implements Answer {}

        /** Who gives has to be said, as the form for such a giver asks. */
        record IdentityNeeded(Gift.Giver giver) implements Answer {}
    }

    private final TaxReceipts receipts;
    private final Bodies bodies;
    private final Identities identities;
    private final Printer printer;
    private final FiscalCalendar calendar;
    private final Period retention;
    /** Printing takes longer than entering: of one process's requests for a body only one at a time tries a number. */
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public IssueTaxReceipt(
            TaxReceipts receipts,
            Bodies bodies,
            Identities identities,
            Printer printer,
            FiscalCalendar calendar,
            Period retention) {
        this.receipts = receipts;
        this.bodies = bodies;
        this.identities = identities;
        this.printer = printer;
        this.calendar = calendar;
        this.retention = retention;
    }

    /** The receipt of a gift that stands: issued and not cancelled. */
    public Optional<TaxReceipt> standing(String pledge) {
        return latest(pledge)
                .filter(receipt -> receipts.cancellation(receipt.number()).isEmpty());
    }

    public Answer answer(Request request) {
        Gift gift = request.gift();
        Optional<TaxReceipt> latest = latest(gift.pledge());
        if (latest.isPresent() && receipts.cancellation(latest.get().number()).isEmpty()) {
            return new Answer.Standing(latest.get());
        }
        Optional<Body> beneficiary = bodies.ofCampaign(gift.campaign());
        Optional<Refusal> refusal = Eligibility.refusal(gift, beneficiary, calendar);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Identity identity = Optional.ofNullable(request.identity())
                .or(() -> identities.find(gift.backer(), gift.organisation()))
                .filter(known -> known.fits(gift.giver()))
                .orElse(null);
        if (identity == null) {
            return new Answer.IdentityNeeded(gift.giver());
        }
        Body body = beneficiary.orElseThrow();
        identities.keep(gift.backer(), gift.organisation(), identity, keepUntil(request.now()));
        ReentrantLock lock = locks.computeIfAbsent(body.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            return enter(request, body, identity, latest.orElse(null));
        } finally {
            lock.unlock();
        }
    }

    private Answer enter(Request request, Body body, Identity identity, @Nullable TaxReceipt replaced) {
        int year = FiscalCalendar.dayOf(request.now()).getYear();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ReceiptNumber number = new ReceiptNumber(body.id(), year, receipts.lastNumber(body.id(), year) + 1);
            ReceiptContent content = content(number, request, body, identity, replaced);
            byte[] pdf = printer.taxReceipt(content);
            switch (receipts.enter(content, pdf, keepUntil(request.now()))) {
                case TaxReceipts.Entry.Made(TaxReceipt made) -> {
                    return new Answer.Issued(made);
                }
                case TaxReceipts.Entry.GiftServed(TaxReceipt served) -> {
                    return new Answer.Standing(served);
                }
                case TaxReceipts.Entry.NumberTaken taken -> {} // by another replica; the next one then
            }
        }
        throw new IllegalStateException("no number of " + body.id() + " was free in " + ATTEMPTS + " attempts");
    }

    private ReceiptContent content(
            ReceiptNumber number, Request request, Body body, Identity identity, @Nullable TaxReceipt replaced) {
        Gift gift = request.gift();
        var givenOn = FiscalCalendar.dayOf(gift.paidAt());
        FiscalRules rules = calendar.on(givenOn);
        return new ReceiptContent(
                number,
                replaced == null ? 0 : replaced.edition() + 1,
                replaced == null ? null : replaced.number(),
                rules.formFor(gift.giver()),
                gift,
                identity,
                body,
                rules,
                givenOn,
                AmountInWords.of(gift.amountMinorUnits(), request.language()),
                request.now(),
                request.language());
    }

    private Optional<TaxReceipt> latest(String pledge) {
        Optional<TaxReceipt> latest = Optional.empty();
        for (int edition = 0; ; edition++) {
            Optional<TaxReceipt> next = receipts.ofGift(pledge, edition);
            if (next.isEmpty()) {
                return latest;
            }
            latest = next;
        }
    }

    private Instant keepUntil(Instant now) {
        return now.plus(
                Duration.ofDays(FiscalCalendar.dayOf(now).plus(retention).toEpochDay()
                        - FiscalCalendar.dayOf(now).toEpochDay()));
    }
}
