package quartier.catalog.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a campaign has come towards its goal, in steps that a reader can choose from. */
public enum Progress {
    STARTING(0),
    UNDER_WAY(30),
    NEARLY(70),
    REACHED(100);

    private final int fromPercent;

    Progress(int fromPercent) {
        this.fromPercent = fromPercent;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Progress of(int percent) {
        Progress reached = STARTING;
        for (Progress step : values()) {
            reached = percent >= step.fromPercent ? step : reached;
        }
        return reached;
    }

    public static Optional<Progress> named(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
    }
}
