package quartier.pledge.settlement.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Forecast;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.web.MoneyJson;

/**
 * What a campaign would come to as it stands.
 *
 * @param verdict {@code funded} or {@code not_funded}
 * @param split how it would be divided; null when it would go back
 * @param open payments that are not known and pledges under review: with them it may come out otherwise
 */
record ForecastJson(
        String campaign,
        String state,
        Instant deadline,
        MoneyJson goal,
        MoneyJson raised,
        String verdict,
        @Nullable SplitJson split,
        Refunds refunds,
        int open) {

    record Refunds(int count, MoneyJson sum) {}

    /** {@code net + commission + vat + fees = gross}, to the minor unit. */
    record SplitJson(MoneyJson gross, MoneyJson commission, MoneyJson vat, MoneyJson fees, MoneyJson net) {

        static SplitJson of(Split split, String currency) {
            return new SplitJson(
                    new MoneyJson(split.collected(), currency),
                    new MoneyJson(split.commission(), currency),
                    new MoneyJson(split.vat(), currency),
                    new MoneyJson(split.fees(), currency),
                    new MoneyJson(split.net(), currency));
        }
    }

    static ForecastJson of(Escrow escrow) {
        Forecast forecast = Forecast.of(escrow);
        var terms = escrow.terms();
        return new ForecastJson(
                escrow.campaign(),
                escrow.state().name().toLowerCase(Locale.ROOT),
                terms.deadline(),
                MoneyJson.of(terms.money(terms.goal())),
                MoneyJson.of(escrow.raised()),
                forecast.funded() ? "funded" : "not_funded",
                forecast.split()
                        .map(split -> SplitJson.of(split, terms.currency()))
                        .orElse(null),
                new Refunds(forecast.refunds(), MoneyJson.of(terms.money(forecast.refundsMinorUnits()))),
                forecast.open());
    }
}
