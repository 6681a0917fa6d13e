package quartier.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Denies unless declared: looks at {@link AllowedTo} before each call. */
final class AllowedToInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // no endpoint: answered 404 by the framework
        }
        AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
        if (allowed == null) {
            throw new AccessDeniedException("no role is declared for " + method.getShortLogMessage());
        }
        Set<Role> roles = Set.of(allowed.value());
        if (roles.contains(Role.ANYONE)) {
            return true;
        }
        Optional<Caller> caller = Caller.current();
        if (caller.isEmpty()) {
            throw new AuthenticationCredentialsNotFoundException("a token is needed");
        }
        if (roles.stream().noneMatch(caller.get()::mayEnter)) {
            throw new AccessDeniedException("none of the roles " + roles);
        }
        return true;
    }
}
