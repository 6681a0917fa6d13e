package quartier.pledge.escrow;

import java.math.BigInteger;

/**
 * How the money of a funded campaign is divided: {@code net + commission + vat + fees = collected}, to the minor unit.
 * The exact parts are rounded down and the one or two units left go to the largest remainders; between equals the
 * owner comes first, then the commission.
 *
 * @param fees what the provider kept and the owner bears; never more than leaves the owner nothing
 */
public record Split(long collected, long commission, long vat, long fees, long net) {

    private static final BigInteger WHOLE = BigInteger.valueOf(100_000_000);

    public Split {
        if (net < 0 || commission < 0 || vat < 0 || fees < 0) {
            throw new IllegalArgumentException("no part of a split is negative");
        }
        if (Math.addExact(Math.addExact(net, commission), Math.addExact(vat, fees)) != collected) {
            throw new IllegalArgumentException("the parts do not add up to " + collected);
        }
    }

    public static Split of(long collected, int commissionBasisPoints, int vatBasisPoints, long providerFees) {
        BigInteger commission = BigInteger.valueOf(collected)
                .multiply(BigInteger.valueOf(commissionBasisPoints))
                .multiply(BigInteger.valueOf(10_000));
        BigInteger vat = BigInteger.valueOf(collected)
                .multiply(BigInteger.valueOf(commissionBasisPoints))
                .multiply(BigInteger.valueOf(vatBasisPoints));
        BigInteger beforeFees = BigInteger.valueOf(collected)
                .multiply(WHOLE)
                .subtract(commission)
                .subtract(vat);
        long fees = Math.min(providerFees, beforeFees.divide(WHOLE).longValueExact());
        BigInteger net = beforeFees.subtract(BigInteger.valueOf(fees).multiply(WHOLE));

        BigInteger[] exact = {net, commission, vat};
        long[] parts = new long[exact.length];
        BigInteger[] remainders = new BigInteger[exact.length];
        long left = collected - fees;
        for (int i = 0; i < exact.length; i++) {
            BigInteger[] divided = exact[i].divideAndRemainder(WHOLE);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = indexOfLargest(remainders);
            parts[largest]++;
            remainders[largest] = BigInteger.ONE.negate();
        }
        return new Split(collected, parts[1], parts[2], fees, parts[0]);
    }

    private static int indexOfLargest(BigInteger[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i].compareTo(values[largest]) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
