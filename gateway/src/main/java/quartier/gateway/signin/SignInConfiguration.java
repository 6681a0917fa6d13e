package quartier.gateway.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages have a session and forms that cannot be forged; the API has neither. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    static final String REGISTRATION = "quartier";

    @Bean
    ClientRegistrationRepository registrations(SignInProperties signIn) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .issuerUri(signIn.issuer().toString())
                .clientId(signIn.clientId())
                .clientSecret(signIn.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .authorizationUri(signIn.endpoint(signIn.authorizationPath()))
                .tokenUri(signIn.endpoint(signIn.tokenPath()))
                .jwkSetUri(signIn.endpoint(signIn.keysPath()))
                .userInfoUri(signIn.endpoint(signIn.userInfoPath()))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", signIn.endpoint(signIn.signOutPath())))
                .clientName("Quartier")
                .build());
    }

    /** With the session, so that tokens end with it. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.clockSkew(Duration.ofSeconds(20)))
                .build());
        return manager;
    }

    @Bean
    Viewers viewers(OAuth2AuthorizedClientManager clients) {
        return new Viewers(clients);
    }

    @Bean
    WebMvcConfigurer viewerArguments(Viewers viewers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ViewerArgumentResolver(viewers));
            }
        };
    }

    /** Each request would pay for a measurement of every security filter, which nobody reads. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** No cookie is a credential here, and what the services answer is left as it is. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/*/**", "/sandbox/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Stands in other people's pages: no session is looked at, and nothing can be sent from it. */
    @Bean
    @Order(1)
    SecurityFilterChain widget(HttpSecurity http) {
        return http.securityMatcher("/projets/*/encart")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
                                        + "base-uri 'none'; form-action 'none'; frame-ancestors *"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInProperties signIn,
            MapTiles tiles,
            ClientRegistrationRepository registrations,
            ContactRegistration contact) {
        var signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signedOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/moi/**",
                                "/mes-projets/**",
                                "/proposer",
                                "/invitations/**",
                                "/relecture/**",
                                "/animation/**",
                                "/bureaux/**",
                                "/*/bureau/**",
                                "/veille/**",
                                "/contributions/**",
                                "/projets/*/contribuer/paiement")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        // Anybody may report; the catalog limits how often.
                        .requestMatchers("/error", "/projets/*/signaler")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + REGISTRATION)
                        .successHandler(contact)
                        .failureHandler((request, response, failure) -> response.sendRedirect("/?connexion=refusee")))
                .logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessHandler(signedOut))
                .exceptionHandling(errors -> errors.accessDeniedHandler(new ExpiredForms()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(policy(signIn, tiles)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    /** Chromium checks form-action on the redirects after a form too: to the issuer, and to the payment provider. */
    private static String policy(SignInProperties signIn, MapTiles tiles) {
        URI issuer = signIn.issuer();
        return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:"
                + tiles.source()
                + "; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + issuer.getScheme() + "://" + issuer.getAuthority()
                + " "
                + String.join(" ", signIn.formsLeadTo());
    }
}
