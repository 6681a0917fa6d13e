package quartier.catalog.meetup.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import quartier.catalog.meetup.Grounds;
import quartier.catalog.territory.ReadTerritories;

/** Meetups stand on the territories of this service. */
@Component
final class MeetupGrounds implements Grounds {

    private final ReadTerritories territories;

    MeetupGrounds(ReadTerritories territories) {
        this.territories = territories;
    }

    @Override
    public Optional<List<String>> pathOf(String territory) {
        return territories.find(territory).map(found -> found.path());
    }
}
