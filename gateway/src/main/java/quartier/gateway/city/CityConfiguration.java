package quartier.gateway.city;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import quartier.gateway.page.LargeUploads;

@Configuration(proxyBeanMethods = false)
class CityConfiguration {

    @Bean
    FilterRegistrationBean<LargeUploads> largeLogos() {
        return LargeUploads.refused(
                "/([a-z][a-z0-9-]*)/bureau/fenetre/logo", "/$1/bureau/fenetre?trop-lourd", DataSize.ofMegabytes(1));
    }
}
