package quartier.pledge.payment.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;

/** What the bank tells, and how it stands in its books: in the document of what it is about. */
final class SandboxEvents {

    private SandboxEvents() {}

    static ProviderEvent ofPayment(String payment, String campaign, String type, Instant now) {
        return new ProviderEvent("evt_" + payment + "_" + type, type, new Subject.OfPayment(payment, campaign), now);
    }

    /** Whoever asked for a refund has the answer, or asks again. */
    static ProviderEvent ofRefund(String key, String type, Instant now) {
        return new ProviderEvent("evt_" + key + "_" + type, type, new Subject.OfNoConcern(), now);
    }

    static ProviderEvent ofDispute(String dispute, SandboxPayment payment, String type, Instant now) {
        var subject = new Subject.OfDispute(dispute, payment.id(), payment.campaign());
        return new ProviderEvent("evt_" + dispute + "_" + type, type, subject, now);
    }

    static ProviderEvent ofPayout(PayOut payout, String type, Instant now) {
        var subject = new Subject.OfPayout(payout.key(), payout.payout(), payout.campaign());
        return new ProviderEvent("evt_" + payout.key() + "_" + type, type, subject, now);
    }

    /** @param times how often the payee's identity was decided before */
    static ProviderEvent ofPayee(String reference, int times, Instant now) {
        String type = "payee.updated";
        return new ProviderEvent(
                "evt_" + reference + "_" + type + "_" + times, type, new Subject.OfPayee(reference), now);
    }

    static Document document(ProviderEvent event) {
        Document document =
                new Document("id", event.id()).append("type", event.type()).append("at", Date.from(event.at()));
        return event.subject() instanceof Subject.OfDispute dispute
                ? document.append("dispute", dispute.dispute())
                : document;
    }

    /** The events in a document of the books. */
    static List<ProviderEvent> in(Document of) {
        List<ProviderEvent> events = new ArrayList<>();
        for (Document event : of.getList("events", Document.class, List.of())) {
            events.add(new ProviderEvent(
                    event.getString("id"),
                    event.getString("type"),
                    subject(event, of),
                    event.getDate("at").toInstant()));
        }
        return events;
    }

    private static Subject subject(Document event, Document of) {
        String id = of.getString("_id");
        String dispute = event.getString("dispute");
        if (dispute != null) {
            return new Subject.OfDispute(dispute, id, of.getString("campaign"));
        }
        if (of.containsKey("member")) {
            return of.containsKey("payout")
                    ? new Subject.OfPayout(id, of.getString("payout"), of.getString("campaign"))
                    : new Subject.OfPayee(id);
        }
        return event.getString("type").startsWith("refund.")
                ? new Subject.OfNoConcern()
                : new Subject.OfPayment(id, of.getString("campaign"));
    }
}
