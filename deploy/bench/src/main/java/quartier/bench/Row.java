package quartier.bench;

/**
 * A row of the table: one figure as a ratio to another of the same round.
 *
 * @param number as in docs/benchmarks.md
 * @param goal what the ratio should be; empty where there is none
 */
record Row(String number, String what, String against, String goal) {}
