package quartier.gateway.propose;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a picture by its announced length, before a byte of it is read, and leads back to the form with the reason. */
final class LargeUploads extends OncePerRequestFilter {

    static final long MOST_BYTES = 5L * 1024 * 1024 + 64 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().matches("/mes-projets/[A-Za-z0-9-]+/images");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            String form = request.getRequestURI().replaceAll("/images$", "/recit?trop-lourd");
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, URI.create(form).toString());
            return;
        }
        chain.doFilter(request, response);
    }
}
