package quartier.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Money;
import quartier.gateway.support.MatchRule;

/** A fund's rule in plain words; templates call it {@code @match}. */
@Component("match")
public class MatchWords {

    private final Format format;
    private final MessageSource messages;

    MatchWords(Format format, MessageSource messages) {
        this.format = format;
        this.messages = messages;
    }

    /** « 10 % de chaque contribution, au plus 50 € par contributeur » */
    public String of(MatchRule rule, String currency) {
        return rule.isLumpSum() ? lumpSum(rule, currency) : proportional(rule, currency);
    }

    private String proportional(MatchRule rule, String currency) {
        List<String> words = new ArrayList<>();
        words.add(text("match.ratio", format.rate(Objects.requireNonNullElse(rule.ratioBasisPoints(), 0))));
        Long from = rule.fromMinorUnits();
        if (from != null && from > 0) {
            words.add(text("match.from", money(from, currency)));
        }
        cap("match.perPledge", rule.perPledgeMinorUnits(), currency, words);
        cap("match.perBacker", rule.perBackerMinorUnits(), currency, words);
        cap("match.perCampaign", rule.perCampaignMinorUnits(), currency, words);
        return String.join(", ", words);
    }

    private String lumpSum(MatchRule rule, String currency) {
        long reached = Objects.requireNonNullElse(rule.reached(), 0L);
        String sum = money(Objects.requireNonNullElse(rule.amountMinorUnits(), 0L), currency);
        return switch (Objects.requireNonNullElse(rule.trigger(), "")) {
            case "percent" -> text("match.lumpSum.percent", sum, format.percent(reached));
            case "amount" -> text("match.lumpSum.amount", sum, money(reached, currency));
            case "backers" -> text("match.lumpSum.backers", sum, format.count(reached));
            default -> sum;
        };
    }

    private void cap(String key, @Nullable Long minorUnits, String currency, List<String> words) {
        if (minorUnits != null) {
            words.add(text(key, money(minorUnits, currency)));
        }
    }

    private String money(long minorUnits, String currency) {
        return format.money(new Money(minorUnits, currency));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
