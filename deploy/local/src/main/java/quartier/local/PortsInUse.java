package quartier.local;

import java.util.Map;

/** Says which ports are taken, who wants them, and the way out. */
final class PortsInUse {

    private static final int A_FEW = 5;

    private PortsInUse() {}

    static String message(Map<Integer, String> taken) {
        var message = new StringBuilder();
        taken.forEach((port, user) -> message.append("Port ")
                .append(port)
                .append(" is in use, and ")
                .append(user)
                .append(" needs it.\n"));
        if (taken.size() > A_FEW) {
            message.append("So many: is Quartier running already, from another folder?\n");
        }
        message.append("Nothing was started. Free what is in use, or choose another range, for example:\n")
                .append("  QUARTIER_PORTS_FROM=9080 ./quartier up");
        return message.toString();
    }
}
