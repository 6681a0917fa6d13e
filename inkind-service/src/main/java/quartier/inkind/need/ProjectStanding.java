package quartier.inkind.need;

/** How a project stands, since the event with this sequence. */
public record ProjectStanding(String project, Standing standing, long sequence) {}
