package quartier.local;

/** Ends the command with a message for whoever typed it, and with status 1. */
final class CommandFailed extends RuntimeException {

    CommandFailed(String message) {
        super(message);
    }
}
