package quartier.pledge.escrow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.platform.web.Problem.Field;
import quartier.pledge.payment.Capabilities.CardEntry;

class PaymentChoiceTest {

    private static final String CARD = "4242 4242 4242 4242";

    private final List<Field> wrong = new ArrayList<>();

    @Test
    void takesACardInOurOwnFormOnly() {
        PaymentChoice choice = chosen(CARD, null, CardEntry.OUR_FORM);

        assertThat(wrong).isEmpty();
        assertThat(choice.method()).isEqualTo("4242424242424242");
        assertThat(choice.fingerprint()).isEqualTo("4242");
        assertThat(choice.toString()).doesNotContain("4242");
    }

    @Test
    void refusesANumberWhereTheProviderHasAPage() {
        PaymentChoice choice = chosen(CARD, null, CardEntry.HOSTED_PAGE);

        assertThat(wrong).extracting(Field::code).containsExactly("card-not-taken");
        assertThat(choice.method()).isNull();
    }

    @Test
    void sendsToTheProvidersPageWhoeverNamesNothing() {
        PaymentChoice choice = PaymentChoice.of(null, CardEntry.HOSTED_PAGE, wrong);

        assertThat(wrong).isEmpty();
        assertThat(choice.method()).isNull();
        assertThat(choice.fingerprint()).isEqualTo("page");
    }

    @Test
    void passesATokenOn() {
        assertThat(chosen(null, "pm_1PqX2abc", CardEntry.HOSTED_PAGE).method()).isEqualTo("pm_1PqX2abc");
        assertThat(wrong).isEmpty();

        chosen(null, "4242424242424242", CardEntry.HOSTED_PAGE);
        assertThat(wrong).extracting(Field::code).containsExactly("token");
    }

    @Test
    void wantsACardInASandbox() {
        chosen(null, "pm_1PqX2abc", CardEntry.OUR_FORM);

        assertThat(wrong).extracting(Field::code).containsExactly("token-not-taken", "card");
    }

    private PaymentChoice chosen(@Nullable String card, @Nullable String token, CardEntry entry) {
        return PaymentChoice.of(new PledgeForm.Payment(card, token), entry, wrong);
    }
}
