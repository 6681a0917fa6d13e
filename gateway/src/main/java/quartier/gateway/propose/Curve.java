package quartier.gateway.propose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Carrying.Day;
import quartier.gateway.catalog.Project;

/**
 * How a campaign grew against its goal, as a picture of 600 by 200 with a table of the same days beside it.
 *
 * @param line the points of the curve, as SVG wants them
 * @param goalY where the goal's line lies
 * @param today what came in today
 */
public record Curve(List<Day> days, String line, int goalY, Money today) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int WIDTH = 600;
    private static final int HEIGHT = 200;

    public Curve {
        days = List.copyOf(days);
    }

    static @Nullable Curve of(Project project, List<Day> days, Instant now) {
        Instant launched = project.launchedAt();
        if (launched == null || days.isEmpty()) {
            return null;
        }
        LocalDate first = launched.atZone(PARIS).toLocalDate();
        LocalDate last = project.deadline() == null
                ? now.atZone(PARIS).toLocalDate()
                : project.deadline().atZone(PARIS).toLocalDate();
        long span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        long goal = project.goalOrNothing().amount();
        long top = Math.max(
                1,
                Math.max(
                        goal,
                        days.stream()
                                .mapToLong(day -> day.collected().amount())
                                .max()
                                .orElse(0)));
        List<String> points = new ArrayList<>();
        points.add("0," + HEIGHT);
        for (Day day : days) {
            long at = Math.clamp(ChronoUnit.DAYS.between(first, LocalDate.parse(day.date())), 0, span);
            points.add(at * WIDTH / span + "," + y(day.collected().amount(), top));
        }
        return new Curve(days, points.stream().collect(Collectors.joining(" ")), y(goal, top), today(days, now));
    }

    private static long height(long amount, long top) {
        return Math.round((double) amount / top * (HEIGHT - 10));
    }

    private static int y(long amount, long top) {
        return (int) (HEIGHT - height(amount, top));
    }

    private static Money today(List<Day> days, Instant now) {
        Day last = days.getLast();
        if (!last.date().equals(now.atZone(PARIS).toLocalDate().toString())) {
            return new Money(0, last.collected().currency());
        }
        long before =
                days.size() < 2 ? 0 : days.get(days.size() - 2).collected().amount();
        return new Money(last.collected().amount() - before, last.collected().currency());
    }
}
