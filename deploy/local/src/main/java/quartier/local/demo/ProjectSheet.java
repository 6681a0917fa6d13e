package quartier.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads {@code projects.csv}: RFC 4180 without line breaks inside fields. */
final class ProjectSheet {

    private static final Pattern TIER = Pattern.compile("(\\d+):(.*?)(?: \\((\\d+)\\))?");

    private ProjectSheet() {}

    static List<DemoProject> read() {
        var resource = Objects.requireNonNull(
                ProjectSheet.class.getResourceAsStream("/demo/projects.csv"), "the jar carries the sheet");
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<String> rows = lines.readAllLines();
            List<String> names = fields(rows.getFirst());
            return rows.stream()
                    .skip(1)
                    .filter(row -> !row.isBlank())
                    .map(row -> project(named(names, fields(row))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Map<String, String> named(List<String> names, List<String> fields) {
        if (names.size() != fields.size()) {
            throw new IllegalArgumentException("a row has " + fields.size() + " fields: " + fields);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), fields.get(i));
        }
        return row;
    }

    private static DemoProject project(Map<String, String> row) {
        return new DemoProject(
                Integer.parseInt(text(row, "number")),
                text(row, "title"),
                text(row, "pitch"),
                text(row, "territory"),
                text(row, "district"),
                Double.parseDouble(text(row, "lat")),
                Double.parseDouble(text(row, "lon")),
                text(row, "theme"),
                text(row, "owner_kind"),
                Long.parseLong(text(row, "goal_eur")),
                Long.parseLong(text(row, "stretch_goal_eur")),
                Integer.parseInt(text(row, "duration_days")),
                Long.parseLong(text(row, "collected_eur")),
                Integer.parseInt(text(row, "backers")),
                text(row, "state"),
                Arrays.stream(text(row, "tiers").split(";"))
                        .map(ProjectSheet::tier)
                        .toList(),
                Arrays.stream(text(row, "needs").split(";"))
                        .map(ProjectSheet::need)
                        .toList());
    }

    private static DemoProject.Tier tier(String text) {
        var tier = TIER.matcher(text);
        if (!tier.matches()) {
            throw new IllegalArgumentException("no tier: " + text);
        }
        String stock = tier.group(3);
        return new DemoProject.Tier(
                Long.parseLong(tier.group(1)), tier.group(2), stock == null ? null : Integer.valueOf(stock));
    }

    private static DemoProject.Need need(String text) {
        int colon = text.indexOf(':');
        return new DemoProject.Need(text.substring(0, colon), text.substring(colon + 1));
    }

    private static String text(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), () -> "the sheet has no column " + name);
    }
}
