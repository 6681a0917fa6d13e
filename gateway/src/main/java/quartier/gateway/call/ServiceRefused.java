package quartier.gateway.call;

/** A question that a service refused to answer: 401, 403, 404 and the like. */
public final class ServiceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    ServiceRefused(Refusal refusal) {
        super(refusal.status() + " " + refusal.type());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
