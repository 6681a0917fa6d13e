package quartier.local.demo;

/** The system did not do what the demo expected; the message says what. */
public final class DemoFailed extends RuntimeException {

    DemoFailed(String message) {
        super(message);
    }
}
