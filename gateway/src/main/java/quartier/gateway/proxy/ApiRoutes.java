package quartier.gateway.proxy;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import quartier.gateway.call.Breakers;
import quartier.gateway.call.CallProperties;
import quartier.gateway.call.ClientAddress;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceAddresses;
import quartier.platform.web.BodyLimitFilter;
import quartier.platform.web.ProblemDocuments;
import quartier.platform.web.SecurityProblems;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API: {@code /api/<service>/v1/**} goes to that service as {@code /v1/**}, with the caller's bearer token and
 * never with the pages' cookie. Nothing is tried twice.
 */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(ServiceAddresses addresses, ServiceGuard guard) {
        RouterFunction<ServerResponse> routes = null;
        for (Service service : Service.values()) {
            var one = route("api-" + service.segment())
                    .route(path("/api/" + service.segment() + "/v1/**"), http())
                    .before(uri(addresses.of(service)))
                    .before(stripPrefix(2))
                    .before(removeRequestHeader(HttpHeaders.COOKIE))
                    .before(ApiRoutes::withClientAddress)
                    .filter(guard.of(service))
                    .build();
            routes = routes == null ? one : routes.and(one);
        }
        return java.util.Objects.requireNonNull(routes);
    }

    /** The sandbox bank's pages, where a payment is authenticated by hand. */
    @Bean
    @ConditionalOnBooleanProperty("quartier.sandbox.enabled")
    RouterFunction<ServerResponse> sandboxRoutes(ServiceAddresses addresses, ServiceGuard guard) {
        return route("sandbox")
                .route(path("/sandbox/**"), http())
                .before(uri(addresses.pledge()))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .filter(guard.of(Service.PLEDGE))
                .build();
    }

    private static ServerRequest withClientAddress(ServerRequest request) {
        String address = request.servletRequest().getRemoteAddr();
        return ServerRequest.from(request)
                .headers(headers -> headers.set(ClientAddress.HEADER, address))
                .build();
    }

    @Bean
    ServiceGuard serviceGuard(Breakers breakers, ProblemDocuments problems) {
        return new ServiceGuard(breakers, problems);
    }

    @Bean
    ProblemDocuments problemDocuments(MessageSource messages) {
        return new ProblemDocuments(messages);
    }

    @Bean
    SecurityProblems securityProblems(ProblemDocuments problems, JsonMapper json) {
        return new SecurityProblems(problems, json);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(CallProperties calls, SecurityProblems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(calls.maxBody(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PassingBodies> passingBodies() {
        var registration = new FilterRegistrationBean<>(new PassingBodies());
        registration.addUrlPatterns("/api/*", "/sandbox/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110);
        return registration;
    }
}
