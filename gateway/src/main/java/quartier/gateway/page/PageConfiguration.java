package quartier.gateway.page;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.notification.Notifications;
import quartier.gateway.signin.Viewers;
import quartier.platform.clock.SandboxClock;
import quartier.platform.clock.SandboxProperties;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxProperties.class)
class PageConfiguration {

    @Bean
    Clock clock(SandboxProperties sandbox) {
        Path file = sandbox.clockFile();
        return sandbox.enabled() && file != null ? new SandboxClock(file) : Clock.systemUTC();
    }

    @Bean
    PageLanguage localeResolver() {
        return new PageLanguage();
    }

    /** In front of the sign-in, which it spares those who have none. */
    @Bean
    FilterRegistrationBean<PageCache> pageCache(PageLanguage language, PageCacheProperties properties) {
        var filter = new FilterRegistrationBean<>(new PageCache(language, properties.keptFor()));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    WebMvcConfigurer frame(
            PageLanguage language,
            Viewers viewers,
            Catalog catalog,
            WindowHosts hosts,
            Notifications notifications,
            Parts parts) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                String[] proxied = {
                    "/api/*/**",
                    "/sandbox/**",
                    "/assets/**",
                    "/webjars/**",
                    "/couvertures/**",
                    "/marques/**",
                    "/projets/*/encart"
                };
                registry.addInterceptor(language).excludePathPatterns(proxied);
                registry.addInterceptor(new PageFrame(viewers, catalog, hosts, notifications, parts))
                        .excludePathPatterns(proxied);
            }
        };
    }
}
