package quartier.inkind.need.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.inkind.need.ProjectStanding;
import quartier.inkind.need.ProjectStandings;
import quartier.inkind.need.Standing;

@Component
final class MongoProjectStandings implements ProjectStandings {

    private final MongoCollection<Document> standings;

    MongoProjectStandings(MongoDatabase database) {
        this.standings = database.getCollection("project-standings");
    }

    @Override
    public void heard(ProjectStanding standing) {
        try {
            standings.updateOne(
                    and(eq("_id", standing.project()), lt("sequence", standing.sequence())),
                    Updates.combine(
                            Updates.set("sequence", standing.sequence()),
                            Updates.set("standing", standing.standing().name())),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            // Nothing matched because something newer is there, so the insertion found the id taken.
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<ProjectStanding> of(String project) {
        return Optional.ofNullable(standings.find(eq("_id", project)).first())
                .map(found -> new ProjectStanding(
                        project, Standing.valueOf(found.getString("standing")), found.getLong("sequence")));
    }
}
