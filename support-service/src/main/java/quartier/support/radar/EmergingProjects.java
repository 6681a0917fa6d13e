package quartier.support.radar;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What this service has heard of projects, campaigns and needs. Each part keeps only what is newest of its kind. */
public interface EmergingProjects {

    void launched(LaunchedProject project, long sequence);

    void stands(String project, Standing standing, long sequence);

    void collected(String project, CampaignTotals totals, long sequence);

    /** The campaign's state, its sums unchanged. */
    void collectionIs(String project, CampaignState state, long sequence);

    void needs(OpenNeed need, long sequence);

    Optional<EmergingProject> find(String project);

    /** In no order; those that are not known are left out. */
    List<EmergingProject> find(Collection<String> projects);

    /** Projects under way that meet the criteria, the latest launched first. */
    List<EmergingProject> search(RadarCriteria criteria);

    /** The open needs of these projects. */
    List<OpenNeed> openNeedsOf(Collection<String> projects);
}
