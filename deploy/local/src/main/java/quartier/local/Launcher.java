package quartier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import quartier.local.demo.Demo;
import quartier.local.demo.DemoFailed;
import quartier.local.identity.LocalTokens;

/** The whole system on one machine: what the script {@code quartier} runs. */
public final class Launcher {

    private final Installation installation;
    private final Console console = new Console(System.out);

    private Launcher(Installation installation) {
        this.installation = installation;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status;
        try {
            var launcher = new Launcher(Installation.fromEnvironment(System.getenv()));
            status = launcher.run(arguments[0], List.of(arguments).subList(1, arguments.length));
        } catch (CommandFailed failure) {
            System.err.println("\n" + failure.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private int run(String command, List<String> arguments) throws InterruptedException {
        return switch (command) {
            case "up" -> up(arguments);
            case "status" -> new Status(installation, console).run() ? 0 : 3;
            case "logs" -> logs(arguments);
            case "start" -> start(arguments);
            case "stop" -> stop(arguments);
            case "kill" -> kill(arguments);
            case "down" -> down();
            case "reset" -> reset(arguments);
            case "token" -> token(arguments);
            case "clock" -> clock(arguments);
            case "audit" -> audit(arguments);
            default -> throw new CommandFailed("There is no command « " + command + " »: see ./quartier help");
        };
    }

    private int up(List<String> arguments) throws InterruptedException {
        List<String> unknown = new ArrayList<>(arguments);
        boolean demo = unknown.remove("--demo");
        if (!unknown.isEmpty()) {
            throw new CommandFailed("up knows --demo only, not " + unknown.getFirst() + ".");
        }
        boolean started = new Up(installation, console, System.getenv("QUARTIER_SKIP_BUILD") == null).run();
        if (demo) {
            loadDemo();
        }
        if (started || demo) {
            console.say(
                    "\nOpen " + installation.gateway() + "\nMail is caught at " + installation.identity() + "/mail");
        }
        return 0;
    }

    private void loadDemo() throws InterruptedException {
        var clock = new ClockCommand(installation.clockFile());
        var demo = new Demo(
                installation.gateway(),
                new LocalTokens(installation.identity(), installation.signingKey()),
                clock::moveTo,
                console::say);
        if (demo.isLoaded()) {
            console.say("There are projects already: the demo is not loaded again. For a fresh one: ./quartier reset");
            return;
        }
        console.say("Living through seventy days of the demo …");
        long begun = System.nanoTime();
        try {
            demo.load();
        } catch (DemoFailed failure) {
            throw new CommandFailed("The demo did not come out as it should: " + failure.getMessage()
                    + "\nThe system goes on running. What happened: ./quartier logs");
        } finally {
            clock.reset();
        }
        console.say("Demo loaded in " + Console.secondsSince(begun) + ".");
    }

    private int logs(List<String> arguments) throws InterruptedException {
        List<String> wanted = new ArrayList<>(arguments);
        boolean follow = wanted.remove("-f");
        List<Part> parts = wanted.isEmpty()
                ? Arrays.asList(Part.values())
                : wanted.stream().map(Launcher::named).toList();
        var logs = new Logs(installation, console);
        logs.show(parts);
        if (follow) {
            logs.follow(parts);
        }
        return 0;
    }

    private int start(List<String> arguments) throws InterruptedException {
        new Up(installation, console, System.getenv("QUARTIER_SKIP_BUILD") == null).start(onlyPart(arguments));
        return 0;
    }

    private int stop(List<String> arguments) throws InterruptedException {
        new Down(installation, console).stop(onlyPart(arguments));
        return 0;
    }

    private int kill(List<String> arguments) throws InterruptedException {
        new Down(installation, console).kill(onlyPart(arguments));
        return 0;
    }

    private int down() throws InterruptedException {
        if (new Down(installation, console).run() == 0) {
            console.say("Nothing was running.");
        }
        return 0;
    }

    private int reset(List<String> arguments) throws InterruptedException {
        if (!arguments.contains("--yes")) {
            System.out.print("This deletes all local data in " + installation.data() + ". Type yes to go on: ");
            var terminal = new Scanner(System.in, StandardCharsets.UTF_8);
            String answer = terminal.hasNextLine() ? terminal.nextLine().strip() : "";
            if (!answer.equals("yes")) {
                throw new CommandFailed("Nothing was deleted. Without a question: ./quartier reset --yes");
            }
        }
        new Down(installation, console).run();
        try {
            Builds.delete(installation.data());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        console.say("Deleted " + installation.data());
        return 0;
    }

    private int token(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new CommandFailed("Whose token? Say ./quartier token nadia, or the e-mail address of a member.");
        }
        if (RunningPart.find(installation, Part.STORE).isEmpty()) {
            throw new CommandFailed("Quartier is not running: ./quartier up");
        }
        String token = new LocalTokens(installation.identity(), installation.signingKey())
                .of(arguments.getFirst(), installation.storeUri())
                .orElseThrow(
                        () -> new CommandFailed("Nobody has the name or address « " + arguments.getFirst() + " »."));
        console.say(token);
        return 0;
    }

    private int clock(List<String> arguments) {
        var clock = new ClockCommand(installation.clockFile());
        if (!arguments.isEmpty() && !arguments.getFirst().equals("show")) {
            clock.move(arguments.getFirst());
        }
        console.say("In the sandbox it is " + clock.now());
        return 0;
    }

    private int audit(List<String> arguments) throws InterruptedException {
        if (RunningPart.find(installation, Part.STORE).isEmpty()) {
            throw new CommandFailed("The document store is not running: ./quartier up");
        }
        return new Launch(installation).runIn(Part.PLEDGE, "quartier.pledge.audit.AuditCommand", arguments, Map.of());
    }

    private static Part onlyPart(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new CommandFailed("Which process? One of: " + titles());
        }
        return named(arguments.getFirst());
    }

    private static Part named(String name) {
        return Part.named(name)
                .orElseThrow(() -> new CommandFailed("There is no process « " + name + " ». There are: " + titles()));
    }

    private static String titles() {
        return String.join(", ", Arrays.stream(Part.values()).map(Part::title).toList());
    }
}
