package quartier.local;

/** Starts and stops the whole system on one machine. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println(arguments.length);
    }
}
