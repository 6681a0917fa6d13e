package quartier.prove;

import java.util.Iterator;
import java.util.List;

/**
 * What was asked for.
 *
 * @param seed decides what is pledged, and when processes are killed
 * @param funded whether the goal is reached, so that an owner is paid instead of backers given back
 */
record Options(int pledges, int kills, int seconds, long seed, boolean funded) {

    Options {
        if (pledges < 1 || kills < 0 || seconds < 1) {
            throw new IllegalArgumentException("--pledges and --seconds are at least 1, --kills at least 0");
        }
    }

    static Options of(List<String> words) {
        Options options = new Options(100_000, 10, 60, 1, false);
        Iterator<String> each = words.iterator();
        while (each.hasNext()) {
            String word = each.next();
            options = word.equals("--funded")
                    ? new Options(options.pledges, options.kills, options.seconds, options.seed, true)
                    : options.with(word, each);
        }
        return options;
    }

    private Options with(String word, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(word + " wants a number");
        }
        int number = Integer.parseInt(words.next());
        return switch (word) {
            case "--pledges" -> new Options(number, kills, seconds, seed, funded);
            case "--kills" -> new Options(pledges, number, seconds, seed, funded);
            case "--seconds" -> new Options(pledges, kills, number, seed, funded);
            case "--seed" -> new Options(pledges, kills, seconds, number, funded);
            default -> throw new IllegalArgumentException("There is no option " + word);
        };
    }
}
