package quartier.pledge.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The register of tax receipts. What is in it never changes; a cancellation is an entry of its own. */
public interface TaxReceipts {

    /** What became of an entry. */
    sealed interface Entry {

        record Made(TaxReceipt receipt) implements Entry {}

        /** Another receipt has the number. */
        record NumberTaken() implements Entry {}

        /** The gift has a receipt of this edition: somebody else issued it. */
        record GiftServed(TaxReceipt receipt) implements Entry {}
    }

    /** The highest number that stands, 0 when there is none. Numbers are dense, so that the next one is free or taken. */
    long lastNumber(String body, int year);

    /**
     * Enters a receipt and stores its paper. One write makes it, under two unique keys: its number, and its gift's
     * edition. So a crash leaves no gap, and of all who try at the same time each gets a number of its own.
     *
     * @param keepUntil when the paper is erased
     */
    Entry enter(ReceiptContent content, byte[] pdf, Instant keepUntil);

    Optional<TaxReceipt> ofGift(String pledge, int edition);

    Optional<TaxReceipt> find(ReceiptNumber number);

    Optional<Cancellation> cancellation(ReceiptNumber number);

    /** Cancels; the first cancellation of a number stands. */
    Cancellation cancel(Cancellation cancellation);

    /**
     * The paper's bytes, as they were issued; empty when they were erased after their time.
     *
     * @throws IllegalStateException when the stored bytes are not the ones that were issued
     */
    Optional<byte[]> paper(TaxReceipt receipt);

    List<TaxReceipt> issuedIn(String body, int year);

    /** Receipts for gifts of that year, whenever they were issued. */
    List<TaxReceipt> forGiftsOf(String body, int year);

    Set<ReceiptNumber> cancelledOf(String body);
}
