package quartier.prove;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The sandbox bank's own record of a campaign's payments. */
final class Bank {

    private static final int AT_ONCE = 1_000;
    private static final int SHOWN = 10;

    private final List<String> wrong = new ArrayList<>();
    private long captured;
    private long capturedMinorUnits;
    private long givenBack;

    Bank(MongoDatabase books, String campaign) {
        books.getCollection("payments")
                .find(eq("campaign", campaign))
                .batchSize(AT_ONCE)
                .forEach(this::add);
    }

    private void add(Document payment) {
        if (!payment.getString("status").equals("CAPTURED")) {
            return;
        }
        long amount = payment.getLong("minorUnits");
        long left = payment.getLong("left");
        List<Long> refunds = payment.getList("refunds", Document.class).stream()
                .filter(attempt -> !attempt.containsKey("failure"))
                .map(attempt -> attempt.getLong("minorUnits"))
                .toList();
        boolean whole = refunds.equals(List.of(amount)) && left == 0;
        captured++;
        capturedMinorUnits += amount;
        givenBack += whole ? 1 : 0;
        if (!whole && !(refunds.isEmpty() && left == amount) && wrong.size() < SHOWN) {
            wrong.add(payment.getString("_id") + " took " + amount + ", gave back " + refunds + ", has " + left);
        }
    }

    /** How many payments took money. */
    long captured() {
        return captured;
    }

    long capturedMinorUnits() {
        return capturedMinorUnits;
    }

    /** How many of them were given back by one refund, whole. */
    long givenBack() {
        return givenBack;
    }

    /** Payments that were given back twice or in part; the first few. */
    List<String> wrong() {
        return wrong;
    }
}
