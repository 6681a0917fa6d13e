package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Pages for those who have not signed in, against files of the same size from the same gateway. Behind it only the
 * catalog runs: the other parts of a page are missing, and it is drawn at most once a second all the same.
 */
final class PageRows implements Group {

    private static final String WINDOW = "territory windows";
    private static final String WINDOW_FILE = "files of a window's size";
    private static final String CAMPAIGN = "campaign pages";
    private static final String CAMPAIGN_FILE = "files of a campaign page's size";
    private static final int AT_ONCE = 32;

    private final Bench bench;
    private final Processes processes = new Processes();
    private final MongoDatabase database;
    private final Path files;
    private String gateway = "";

    PageRows(Bench bench) {
        this.bench = bench;
        this.database = bench.fresh();
        try {
            this.files = Files.createTempDirectory("quartier-bench-files");
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    @Override
    public List<Row> rows() {
        return List.of(
                new Row("page", WINDOW, WINDOW_FILE, ">= 0.5"), new Row("page'", CAMPAIGN, CAMPAIGN_FILE, ">= 0.5"));
    }

    @Override
    public void prepare() {
        Catalogue.fill(database, bench.arguments().size());
        String catalog = processes.start(
                "catalog-service",
                "--spring.mongodb.uri=" + bench.uri(),
                "--quartier.delivery.address-key=" + Processes.KEY,
                "--quartier.service.database=" + database.getName());
        gateway = processes.start(
                "gateway",
                "--quartier.services.catalog=" + catalog,
                "--spring.web.resources.static-locations=classpath:/static/,file:" + files + "/");
        write("window.html", "/lyon");
        write("campaign.html", campaign());
        for (String path : List.of("/lyon", campaign(), "/assets/window.html", "/assets/campaign.html")) {
            Load.perSecond(AT_ONCE, Duration.ofSeconds(5), Duration.ofSeconds(1), number -> ask(path));
        }
    }

    private static String campaign() {
        return "/projets/" + Catalogue.slug(1);
    }

    private void write(String name, String path) {
        Processes.Answer page = Processes.body(gateway + path);
        if (page.status() != 200) {
            throw new IllegalStateException(path + " answered " + page.status());
        }
        try {
            Files.createDirectories(files.resolve("assets"));
            Files.writeString(files.resolve("assets").resolve(name), page.body());
        } catch (IOException fullDisk) {
            throw new UncheckedIOException(fullDisk);
        }
    }

    @Override
    public void round(Figures figures) {
        figures.note(WINDOW_FILE, "/s", Load.perSecond(AT_ONCE, number -> ask("/assets/window.html")));
        figures.note(WINDOW, "/s", Load.perSecond(AT_ONCE, number -> ask("/lyon")));
        figures.note(CAMPAIGN_FILE, "/s", Load.perSecond(AT_ONCE, number -> ask("/assets/campaign.html")));
        figures.note(CAMPAIGN, "/s", Load.perSecond(AT_ONCE, number -> ask(campaign())));
    }

    private void ask(String path) {
        int status = Processes.get(gateway + path);
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }

    @Override
    public void close() {
        processes.close();
        database.drop();
    }
}
