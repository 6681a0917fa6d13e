package quartier.pledge.escrow.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.Visibility;

/** The body of a request to pledge, as it comes: everything may be missing. */
record PledgeForm(
        @Nullable String campaign,
        @Nullable MoneyJson amount,
        @Nullable String tier,
        @Nullable String kind,
        @Nullable Boolean rewardWaived,
        @Nullable String visibility,
        @Nullable String organisation,
        @Nullable Payment payment,
        @Nullable String returnUrl) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_URL = 2000;

    record Payment(@Nullable String card) {
        @Override
        public String toString() {
            return "Payment[]"; // a card's number is never logged
        }
    }

    /** The form after its checks. What the amount may be, the escrow decides. */
    record Valid(
            String campaign,
            MoneyJson amount,
            @Nullable String tier,
            boolean loan,
            boolean rewardWaived,
            Visibility visibility,
            @Nullable String organisation,
            String card,
            @Nullable URI returnUrl) {

        /** Recognises the same request again. Of the card it has the last four digits only, which may be kept. */
        String fingerprint() {
            return IdempotencyKey.fingerprint(String.join(
                    "\n",
                    campaign,
                    amount.amount() + amount.currency(),
                    "tier " + tier + (rewardWaived ? " waived" : ""),
                    loan ? "loan" : "gift",
                    visibility.name(),
                    "organisation " + organisation,
                    card.substring(card.length() - 4),
                    "return " + returnUrl));
        }

        @Override
        public String toString() {
            return "Valid[campaign=" + campaign + ", amount=" + amount + "]";
        }
    }

    /** @throws Problem 422 that names every field that is wrong */
    Valid validated() {
        List<Field> wrong = new ArrayList<>();
        if (campaign == null || campaign.isBlank() || campaign.length() > LONGEST_ID) {
            wrong.add(Field.of("campaign", "required"));
        }
        if (amount == null) {
            wrong.add(Field.of("amount", "required"));
        } else if (amount.currency() == null || !amount.currency().matches("[A-Z]{3}")) {
            wrong.add(Field.of("amount.currency", "currency"));
        }
        if (isTooLong(tier)) {
            wrong.add(Field.of("tier", "too-long"));
        }
        if (isTooLong(organisation)) {
            wrong.add(Field.of("organisation", "too-long"));
        }
        boolean loan = "loan".equals(kind);
        if (kind != null && !loan && !"gift".equals(kind)) {
            wrong.add(Field.of("kind", "kind"));
        }
        boolean waived = Boolean.TRUE.equals(rewardWaived);
        if (waived && tier == null) {
            wrong.add(Field.of("rewardWaived", "reward-waived"));
        }
        Visibility seen = visibility(wrong);
        String card =
                payment == null || payment.card() == null ? "" : payment.card().replaceAll("\\s", "");
        if (!card.matches("[0-9]{12,19}")) {
            wrong.add(Field.of("payment.card", "card"));
        }
        URI back = returnUrl(wrong);
        if (!wrong.isEmpty() || campaign == null || amount == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(campaign, amount, tier, loan, waived, seen, organisation, card, back);
    }

    private Visibility visibility(List<Field> wrong) {
        return switch (visibility) {
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

    private @Nullable URI returnUrl(List<Field> wrong) {
        if (returnUrl == null) {
            return null;
        }
        try {
            URI uri = new URI(returnUrl);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && returnUrl.length() <= LONGEST_URL) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // told below, with the others
        }
        wrong.add(Field.of("returnUrl", "url"));
        return null;
    }

    private static boolean isTooLong(@Nullable String id) {
        return id != null && id.length() > LONGEST_ID;
    }
}
