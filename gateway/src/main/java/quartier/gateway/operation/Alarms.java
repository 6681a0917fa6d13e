package quartier.gateway.operation;

import quartier.gateway.call.Part;
import quartier.gateway.pledge.Operations;

/**
 * What does not agree: lines in suspense, findings of the auditor.
 *
 * @param unchecked whether nobody answered, so that nothing can be said
 */
record Alarms(long suspended, long findings, boolean unchecked) {

    static Alarms of(Part<Operations.Reconciliation> reconciliation, Part<Operations.Audit> audit) {
        return new Alarms(
                reconciliation.map(Operations.Reconciliation::suspended).orElse(0L),
                audit.map(Operations.Audit::findings).orElse(0L),
                reconciliation.isMissing() || audit.isMissing());
    }

    public boolean isDiscrepancy() {
        return suspended > 0 || findings > 0;
    }
}
