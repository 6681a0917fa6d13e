package quartier.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives pages the {@link Viewer}, or the {@link Member} where one must be signed in. */
final class ViewerArgumentResolver implements HandlerMethodArgumentResolver {

    private final Viewers viewers;

    ViewerArgumentResolver(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Member.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Viewer viewer = viewers.of(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        if (parameter.getParameterType() == Viewer.class) {
            return viewer;
        }
        if (viewer.member() == null) {
            throw new ClientAuthorizationRequiredException(SignInConfiguration.REGISTRATION);
        }
        return viewer.member();
    }
}
