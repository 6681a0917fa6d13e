package quartier.pledge.settlement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.web.MoneyJson;
import quartier.pledge.refund.Iban;
import quartier.pledge.refund.RefundAccount;
import quartier.pledge.refund.RefundAccounts;

/** Another way for a backer's money that could not go back as it came. */
@RestController
final class RefundAccountController {

    private static final int LONGEST_HOLDER = 70;

    /** Both as typed. */
    record AccountForm(@Nullable String holder, @Nullable String iban) {

        RefundAccount validated() {
            List<Problem.Field> wrong = new ArrayList<>();
            String name = Objects.requireNonNullElse(holder, "").strip();
            if (name.isEmpty()) {
                wrong.add(Problem.Field.of("holder", "required"));
            } else if (name.length() > LONGEST_HOLDER || name.chars().anyMatch(Character::isISOControl)) {
                wrong.add(Problem.Field.of("holder", "too-long"));
            }
            Optional<Iban> number = Iban.parse(Objects.requireNonNullElse(iban, ""));
            if (number.isEmpty()) {
                wrong.add(Problem.Field.of("iban", "iban"));
            }
            if (!wrong.isEmpty()) {
                throw Problem.ofFields(wrong);
            }
            return new RefundAccount(name, number.orElseThrow());
        }

        @Override
        public String toString() {
            return "AccountForm[…]";
        }
    }

    /**
     * @param owed what failed to go back
     * @param ibanEnding the last four characters of the account that was given; null before
     */
    record GivenJson(MoneyJson owed, @Nullable String ibanEnding) {}

    private final PledgeViews pledges;
    private final RefundAccounts accounts;
    private final Orders orders;

    RefundAccountController(PledgeViews pledges, RefundAccounts accounts, Orders orders) {
        this.pledges = pledges;
        this.accounts = accounts;
        this.orders = orders;
    }

    @GetMapping("/v1/me/pledges/{id}/refund-account")
    @AllowedTo(Role.MEMBER)
    GivenJson show(@PathVariable String id, Caller caller) {
        Escrow escrow = orders.campaign(own(id, caller).campaign());
        return new GivenJson(
                MoneyJson.of(escrow.terms().money(owed(escrow, id))),
                accounts.find(id).map(account -> account.iban().ending()).orElse(null));
    }

    @PutMapping("/v1/me/pledges/{id}/refund-account")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String id, @RequestBody AccountForm form, Caller caller) {
        PledgeView pledge = own(id, caller);
        owed(orders.campaign(pledge.campaign()), id);
        accounts.keep(id, pledge.campaign(), form.validated(), orders.now());
    }

    private PledgeView own(String id, Caller caller) {
        return pledges.find(id)
                .filter(found -> found.promise().backer().equals(caller.memberId()))
                .orElseThrow(Problem::notFound);
    }

    /** Of a pledge whose refund did not fail, nobody's account is wanted. */
    private static long owed(Escrow escrow, String pledge) {
        long owed = escrow.failedRefunds()
                .filter(failed -> failed.of().pledge().equals(pledge))
                .mapToLong(failed -> failed.of().amountMinorUnits())
                .sum();
        if (owed == 0) {
            throw new Problem(HttpStatus.CONFLICT, "no-failed-refund");
        }
        return owed;
    }
}
