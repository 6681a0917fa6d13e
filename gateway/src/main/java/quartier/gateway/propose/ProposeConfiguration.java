package quartier.gateway.propose;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class ProposeConfiguration {

    /** Before the filter that would answer a large body with a document for programs. */
    @Bean
    FilterRegistrationBean<LargeUploads> largeUploads() {
        var registration = new FilterRegistrationBean<>(new LargeUploads());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 90);
        return registration;
    }
}
