package quartier.gateway.propose;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import quartier.gateway.page.LargeUploads;

@Configuration(proxyBeanMethods = false)
class ProposeConfiguration {

    @Bean
    FilterRegistrationBean<LargeUploads> largePictures() {
        return LargeUploads.refused(
                "/mes-projets/([A-Za-z0-9-]+)/images", "/mes-projets/$1/recit?trop-lourd", DataSize.ofMegabytes(5));
    }
}
