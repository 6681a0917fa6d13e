package quartier.gateway.catalog;

import java.util.List;

/** The figures of all public projects, and of each territory that has some. */
public record Sums(Figures everywhere, List<Figures> territories) {

    public Sums {
        everywhere = everywhere == null ? Figures.NONE : everywhere;
        territories = territories == null ? List.of() : List.copyOf(territories);
    }

    public Figures in(String territory) {
        return territories.stream()
                .filter(figures -> territory.equals(figures.territory()))
                .findFirst()
                .orElse(Figures.NONE);
    }
}
