package quartier.support.fund;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class FundsInMemory implements MatchFunds {

    private final Map<String, MatchFund> funds = new LinkedHashMap<>();

    @Override
    public boolean add(MatchFund fund) {
        return funds.putIfAbsent(fund.id(), fund) == null;
    }

    @Override
    public Optional<MatchFund> find(String id) {
        return Optional.ofNullable(funds.get(id));
    }

    @Override
    public List<String> promisingTo(String campaign) {
        return funds.values().stream()
                .filter(fund -> fund.allowanceOf(campaign).isPresent())
                .map(MatchFund::id)
                .toList();
    }

    @Override
    public Optional<Decision> change(String id, Function<MatchFund, Decision> decide) {
        return find(id).map(fund -> {
            Decision decision = decide.apply(fund);
            if (decision instanceof Decision.Changed changed) {
                funds.put(id, changed.fund());
            }
            return decision;
        });
    }

    @Override
    public List<MatchFund> list(
            @Nullable String sponsor, @Nullable FundState state, @Nullable String after, int limit) {
        return List.copyOf(funds.values());
    }
}
