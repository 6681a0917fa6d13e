package quartier.pledge.escrow;

/** The store did not answer in time; whether the command was decided is unknown until it is sent again. */
public final class EscrowUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EscrowUnavailableException(String message) {
        super(message);
    }

    public EscrowUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
