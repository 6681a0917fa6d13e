package quartier.notification.notice.kafka;

import quartier.notification.notice.Argument;

/** A sum as events write it. */
record Money(long amount, String currency) {

    Argument shown() {
        return new Argument.Money(amount, currency);
    }
}
