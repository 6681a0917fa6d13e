package quartier.pledge.settlement.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.escrow.Split;
import quartier.pledge.settlement.web.ForecastJson.SplitJson;

/** What an owner would get of a sum, before there is any campaign: divided as the settlement divides it. */
@RestController
final class SimulatorController {

    private static final long LARGEST = 1_000_000_000_000_000L;
    private static final int WHOLE = 10_000;
    /** The usual rate of the tax in France since 2014-01-01 (code général des impôts, art. 278). */
    private static final String FRENCH_VAT = "2000";

    /**
     * @param goal what is collected, in minor units
     * @param fees what the provider would keep, in minor units, as far as one can guess
     */
    @GetMapping("/v1/simulator")
    @AllowedTo(Role.ANYONE)
    SplitJson simulate(
            @RequestParam long goal,
            @RequestParam int commissionBasisPoints,
            @RequestParam(defaultValue = FRENCH_VAT) int vatBasisPoints,
            @RequestParam(defaultValue = "0") long fees,
            @RequestParam(defaultValue = "EUR") String currency) {
        List<Problem.Field> wrong = new ArrayList<>();
        check(goal > 0 && goal <= LARGEST, "goal", "range", wrong);
        check(isRate(commissionBasisPoints), "commissionBasisPoints", "range", wrong);
        check(isRate(vatBasisPoints), "vatBasisPoints", "range", wrong);
        check(fees >= 0 && fees <= LARGEST, "fees", "range", wrong);
        check(currency.matches("[A-Z]{3}"), "currency", "currency", wrong);
        if (wrong.isEmpty()) {
            boolean takesAll = (long) commissionBasisPoints * (WHOLE + vatBasisPoints) > (long) WHOLE * WHOLE;
            check(!takesAll, "commissionBasisPoints", "range", wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.ofFields(wrong);
        }
        return SplitJson.of(Split.of(goal, commissionBasisPoints, vatBasisPoints, fees), currency);
    }

    private static boolean isRate(int basisPoints) {
        return basisPoints >= 0 && basisPoints <= WHOLE;
    }

    private static void check(boolean right, String field, String code, List<Problem.Field> wrong) {
        if (!right) {
            wrong.add(Problem.Field.of(field, code));
        }
    }
}
