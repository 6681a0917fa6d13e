package quartier.gateway.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a file by its announced length, before a byte of it is read, and leads back to the form with the reason. */
public final class LargeUploads extends OncePerRequestFilter {

    private static final DataSize REST_OF_THE_FORM = DataSize.ofKilobytes(64);

    private final Pattern uploads;
    private final String form;
    private final DataSize most;

    private LargeUploads(Pattern uploads, String form, DataSize most) {
        this.uploads = uploads;
        this.form = form;
        this.most = most;
    }

    /**
     * Before the filter that would answer a large body with a document for programs.
     *
     * @param uploads the paths to which files are sent
     * @param form where the reason is told, with the groups of {@code uploads} as {@code $1}
     * @param most of the file
     */
    public static FilterRegistrationBean<LargeUploads> refused(String uploads, String form, DataSize most) {
        var registration = new FilterRegistrationBean<>(new LargeUploads(Pattern.compile(uploads), form, most));
        registration.setName("largeUploads " + uploads);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 90);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = uploads.matcher(request.getRequestURI());
        boolean tooLarge = request.getContentLengthLong() > most.toBytes() + REST_OF_THE_FORM.toBytes();
        if ("POST".equals(request.getMethod()) && tooLarge && path.matches()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, path.replaceFirst(form));
            return;
        }
        chain.doFilter(request, response);
    }
}
