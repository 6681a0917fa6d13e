package quartier.gateway.page;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Money;

/** A value of a policy's field in plain words; templates call it {@code @policyWords}. */
@Component("policyWords")
public class PolicyWords {

    private static final Set<String> AMOUNTS = Set.of("goalCap", "perLender", "secondEyesAbove");

    private final Format format;

    PolicyWords(Format format) {
        this.format = format;
    }

    /** « 15 000 € » for {@code goalCap} and {@code 1500000}; as it stands where nothing better is known. */
    public String of(String field, String value) {
        boolean isNumber = value.matches("\\d{1,18}");
        if (AMOUNTS.contains(field.substring(field.lastIndexOf('.') + 1)) && isNumber) {
            return format.money(new Money(Long.parseLong(value), "EUR"));
        }
        if (field.endsWith("BasisPoints") && isNumber) {
            return format.rate(Long.parseLong(value));
        }
        if (field.endsWith("Percent") && isNumber) {
            return format.percent(Long.parseLong(value));
        }
        if (field.equals("pledgeKinds")) {
            return Arrays.stream(value.split(", ", -1))
                    .map(kind -> format.word("pledgeKindName", kind))
                    .collect(Collectors.joining(", "));
        }
        return Set.of("true", "false").contains(value) ? format.word("yesNo", value) : value;
    }
}
