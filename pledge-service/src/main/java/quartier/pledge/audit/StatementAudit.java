package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether each movement of a campaign's money with the provider stands beside the statement's lines, once and as the
 * journal says, and whether whatever is recorded there adds up: it matches, or it stands in suspense with its age. What
 * the journal has gone on with since it was last compared is for the next time, and what matched long ago is forgotten.
 */
final class StatementAudit {

    private final Comparisons comparisons;
    private final Findings findings;

    StatementAudit(Comparisons comparisons, Findings findings) {
        this.comparisons = comparisons;
        this.findings = findings;
    }

    /**
     * @param compared up to which page the journal was compared before it was read here
     * @param last the last page that was read here
     * @return how many comparisons there are of this campaign
     */
    long check(String campaign, long compared, long last, CashBook book) {
        findings.require(
                compared <= last,
                Check.STATEMENT,
                () -> "was compared up to page " + compared + ", the journal ends at page " + last);
        Set<String> recorded = new HashSet<>();
        long[] count = {0};
        comparisons.ofCampaign(campaign, one -> {
            count[0]++;
            requireSums(one, findings);
            one.ledger().forEach(movement -> require(movement, one, campaign, last, book.lines(), recorded));
        });
        requireRecorded(compared, book, recorded);
        return count[0];
    }

    /** A line of ours that the comparison has. */
    private void require(
            Comparisons.Movement movement,
            Comparisons.Compared one,
            String campaign,
            long last,
            Map<String, CashBook.Line> lines,
            Set<String> recorded) {
        CashBook.Line line = lines.get(movement.id());
        if (line == null) {
            findings.require(
                    pageOf(campaign, movement) > last,
                    Check.STATEMENT,
                    () -> "is compared and not in the journal: " + movement.id() + " of " + one.key());
            return;
        }
        findings.require(
                line.key().equals(one.key()) && line.minorUnits() == movement.minorUnits(),
                Check.STATEMENT,
                () -> "is compared as " + movement.minorUnits() + " of " + one.key() + ", the journal has "
                        + line.minorUnits() + " of " + line.key());
        recorded.add(movement.id());
    }

    /** The page may have been written since the journal was read; 0 for what does not name one. */
    private static long pageOf(String campaign, Comparisons.Movement movement) {
        String[] parts = movement.id().startsWith(campaign + "/")
                ? movement.id().substring(campaign.length() + 1).split("/", -1)
                : new String[0];
        return parts.length == 2 && parts[0].matches("\\d{1,18}") ? Long.parseLong(parts[0]) : 0;
    }

    private void requireRecorded(long compared, CashBook book, Set<String> recorded) {
        Instant rememberedFrom = comparisons.rememberedFrom();
        book.lines().forEach((movement, line) -> {
            if (line.page() <= compared) {
                findings.examined(Check.STATEMENT);
                findings.require(
                        recorded.contains(movement) || line.at().isBefore(rememberedFrom),
                        Check.STATEMENT,
                        () -> "neither matched nor in suspense: " + movement + ", " + line.minorUnits() + " of "
                                + line.key());
            }
        });
    }

    /** What the difference says is what the lines make, and what is in suspense has an age. */
    static void requireSums(Comparisons.Compared one, Findings findings) {
        one.statement().forEach(line -> findings.examined(Check.STATEMENT));
        requireOnce(one, one.statement(), findings);
        requireOnce(one, one.ledger(), findings);
        long difference = Math.subtractExact(sum(one.statement()), sum(one.ledger()));
        findings.require(
                one.difference() == difference,
                Check.STATEMENT,
                () -> one.key() + " differs by " + difference + ", and is said to by " + one.difference());
        findings.require(
                one.difference() == 0 || one.since() != null,
                Check.STATEMENT,
                () -> one.key() + " is in suspense without an age");
    }

    private static void requireOnce(Comparisons.Compared one, List<Comparisons.Movement> movements, Findings findings) {
        Set<String> ids = new HashSet<>();
        movements.forEach(movement -> findings.require(
                ids.add(movement.id()), Check.STATEMENT, () -> one.key() + " counts a line twice: " + movement.id()));
    }

    private static long sum(List<Comparisons.Movement> movements) {
        return movements.stream().mapToLong(Comparisons.Movement::minorUnits).reduce(0, Math::addExact);
    }
}
