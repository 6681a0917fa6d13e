package quartier.pledge.payment;

/** What a call to our webhook turned out to be. */
public sealed interface WebhookReading {

    record Genuine(ProviderEvent event) implements WebhookReading {}

    /** Not signed with our secret, or signed too long ago: it may come from anyone. */
    record Forged(String why) implements WebhookReading {}

    /** Signed by the provider, but not in a form that we know. */
    record Unreadable(String why) implements WebhookReading {}
}
