package quartier.gateway.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.Cluster;
import quartier.gateway.catalog.Exploration;

/**
 * What one can follow on the map: one project to its page, several to a closer look.
 *
 * @param title of the one project; null for several
 */
record MapMark(
        double x,
        double y,
        double radius,
        int count,
        String href,
        @Nullable String title) {

    private static final double SINGLE = 11;
    private static final double LARGEST = 40;
    private static final double CLOSER = 1.6;

    static List<MapMark> of(List<Cluster> clusters, MapView view, Exploration wanted) {
        return clusters.stream().map(cluster -> of(cluster, view, wanted)).toList();
    }

    private static MapMark of(Cluster cluster, MapView view, Exploration wanted) {
        Cluster.Pin only = cluster.project();
        double radius = Math.min(LARGEST, SINGLE + 4 * Math.log(cluster.count()) / Math.log(2));
        return new MapMark(
                Math.clamp(view.x(cluster.lon()), radius, MapView.WIDTH - radius),
                Math.clamp(view.y(cluster.lat()), radius, MapView.HEIGHT - radius),
                radius,
                cluster.count(),
                only == null ? closer(cluster, wanted) : "/projets/" + only.slug(),
                only == null ? null : only.title());
    }

    private static String closer(Cluster cluster, Exploration wanted) {
        Cluster.Extent around = cluster.around();
        var all = new MapView(around.west(), around.south(), around.east(), around.north());
        return wanted.with("carte", all.widened(CLOSER).box());
    }
}
