package quartier.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.ServiceUnavailable;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.notification.Count;
import quartier.gateway.notification.Notifications;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewers;

/** What the layout of every page needs: who looks, the other language, the territories, the unread notices. */
final class PageFrame implements HandlerInterceptor {

    private static final String UNREAD = PageFrame.class.getName() + ".unread";

    private final Viewers viewers;
    private final Catalog catalog;
    private final WindowHosts hosts;
    private final Notifications notifications;
    private final Parts parts;

    PageFrame(Viewers viewers, Catalog catalog, WindowHosts hosts, Notifications notifications, Parts parts) {
        this.viewers = viewers;
        this.catalog = catalog;
        this.hosts = hosts;
        this.notifications = notifications;
        this.parts = parts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page && !page.hasMethodAnnotation(NoFrame.class)) {
            Member member = viewers.of(request, response).member();
            if (member != null && "GET".equals(request.getMethod())) {
                request.setAttribute(UNREAD, parts.start(() -> notifications.unread(member)));
            }
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        page.addObject("viewer", viewers.of(request, response));
        page.addObject("unread", unread(request));
        page.addObject("windows", windows());
        page.addObject("lang", LocaleContextHolder.getLocale().getLanguage());
        Territory branded = branded(request, page.getModel());
        page.addObject("branded", branded);
        page.addObject("inFrench", offered(branded, "fr") ? address(request, "fr") : null);
        page.addObject("inEnglish", offered(branded, "en") ? address(request, "en") : null);
    }

    /** Whose look the page has: the window that it shows, the one of its project, or the one of the host name. */
    private @Nullable Territory branded(HttpServletRequest request, Map<String, Object> model) {
        if (model.get("window") instanceof Territory window) {
            return window;
        }
        try {
            return model.get("project") instanceof Project project
                    ? catalog.territory(project.territory()).orElse(null)
                    : hosts.at(request).orElse(null);
        } catch (ServiceUnavailable away) {
            return null;
        }
    }

    private static boolean offered(@Nullable Territory branded, String language) {
        return branded == null || branded.speaks(language);
    }

    private static int unread(HttpServletRequest request) {
        return request.getAttribute(UNREAD) instanceof Supplier<?> started
                        && started.get() instanceof Part<?> part
                        && part.getValue() instanceof Count unread
                ? unread.count()
                : 0;
    }

    private List<Territory> windows() {
        try {
            return catalog.territories().stream().filter(Territory::isWindow).toList();
        } catch (ServiceUnavailable away) {
            return List.of();
        }
    }

    private static String address(HttpServletRequest request, String language) {
        Object failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return UriComponentsBuilder.fromPath(path)
                .query(request.getQueryString())
                .replaceQueryParam("lang", language)
                .build(true)
                .toUriString();
    }
}
