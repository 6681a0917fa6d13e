package quartier.local.demo;

/** On which of the seventy days a project's things happen; day 70 is today. The same at every load. */
final class Timetable {

    static final int TODAY = 70;

    /** From the proposal to the launch. */
    private static final int PREPARATION_DAYS = 3;

    private Timetable() {}

    /** Ended campaigns start early enough for their deadline to lie behind; the others still have some days to go. */
    static int launchOf(DemoProject project) {
        if (project.hasEnded()) {
            return PREPARATION_DAYS + project.number() % 5;
        }
        if (project.wasLaunched()) {
            int daysToGo = 4 + project.number() * 7 % 20;
            return TODAY + daysToGo - project.durationDays();
        }
        return TODAY - project.number() % 4;
    }

    static int proposalOf(DemoProject project) {
        return launchOf(project) - PREPARATION_DAYS;
    }

    static int reviewOf(DemoProject project) {
        return launchOf(project) - 1;
    }

    /** Days on which pledges come, counted from the launch. */
    static int daysOpen(DemoProject project) {
        return Math.min(project.durationDays(), TODAY - launchOf(project));
    }

    /** The first day on which the campaign is over. */
    static int endOf(DemoProject project) {
        return launchOf(project) + project.durationDays() + 1;
    }

    /** Just before the deadline, or today: supporters come once residents have come. */
    static int supportOf(DemoProject project) {
        return Math.min(endOf(project) - 2, TODAY - 1);
    }
}
