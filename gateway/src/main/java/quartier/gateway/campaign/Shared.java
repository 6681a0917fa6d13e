package quartier.gateway.campaign;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.PublicAddress;

/**
 * How a public project is carried elsewhere.
 *
 * @param frame the element to paste into somebody's page
 */
public record Shared(String picture, String oembed, String frame) {

    static Shared of(Project project, PublicAddress here) {
        String page = here.of("/projets/{slug}", project.slug());
        return new Shared(
                here.of("/projets/{slug}/image.png", project.slug()),
                UriComponentsBuilder.fromUriString(here.of("/oembed"))
                        .queryParam("url", "{page}")
                        .encode()
                        .buildAndExpand(page)
                        .toUriString(),
                "<iframe src=\"%s/encart\" width=\"360\" height=\"420\" title=\"%s\" loading=\"lazy\"></iframe>"
                        .formatted(page, HtmlUtils.htmlEscape(project.titleOrSlug())));
    }
}
