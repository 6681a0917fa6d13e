package quartier.catalog.staff.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.staff.Staff;
import quartier.catalog.staff.StaffMember;
import quartier.platform.store.DocumentMapper;

/** One document for each member of the staff; the store forgets those who have not come for a long time. */
@Component
final class MongoStaff implements Staff {

    private static final int MOST = 500;
    private static final long FORGOTTEN_AFTER_DAYS = 400;

    private final MongoCollection<Document> staff;
    private final DocumentMapper mapper;

    MongoStaff(MongoDatabase database, DocumentMapper mapper) {
        this.staff = database.getCollection("staff");
        this.mapper = mapper;
        staff.createIndex(Indexes.ascending("roles.territory"));
        staff.createIndex(
                Indexes.ascending("lastSeen"), new IndexOptions().expireAfter(FORGOTTEN_AFTER_DAYS, TimeUnit.DAYS));
    }

    @Override
    public void saw(StaffMember member) {
        staff.replaceOne(
                eq("_id", member.memberId()),
                mapper.toDocument(member).append("_id", member.memberId()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public List<StaffMember> of(List<String> territories, Instant since) {
        return staff.find(and(in("roles.territory", territories), gte("lastSeen", Date.from(since))))
                .sort(ascending("name"))
                .limit(MOST)
                .map(document -> mapper.fromDocument(document, StaffMember.class))
                .into(new ArrayList<>());
    }
}
