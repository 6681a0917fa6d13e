package quartier.local.identity;

import com.mongodb.client.MongoClient;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration implements WebMvcConfigurer {

    private static final String CLIENT = "gateway";

    @Bean
    AuthorizationServerSettings settings(IdentityProperties identity) {
        return AuthorizationServerSettings.builder()
                .issuer(identity.issuer().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(IdentityProperties identity) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + identity.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(identity.gateway() + "/login/oauth2/code/quartier")
                .postLogoutRedirectUri(identity.gateway().toString())
                .postLogoutRedirectUri(identity.gateway() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .requireProofKey(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(identity.accessTokenLife())
                        .refreshTokenTimeToLive(identity.signInLife())
                        .build())
                .build());
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentityProperties identity) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(identity.keyFile())));
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    People people(IdentityProperties identity, PasswordEncoder passwords, MongoClient store) {
        String hash = String.valueOf(passwords.encode(identity.demoPassword()));
        return new People(
                identity.demoPeople().stream()
                        .map(person -> person.withPassword(hash))
                        .toList(),
                store.getDatabase("identity").getCollection("members"));
    }

    /** The principal's name is the member id, because it becomes the subject of tokens. */
    @Bean
    UserDetailsService accounts(People people) {
        return login -> people.byLogin(login)
                .map(person -> User.withUsername(person.memberId())
                        .password(person.passwordHash())
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
        return token -> {
            Authentication principal = Objects.requireNonNull(token.getPrincipal(), "tokens are for people");
            var person = people.byMemberId(principal.getName()).orElseThrow();
            token.getClaims().claims(claims -> {
                claims.putAll(TokenClaims.of(person));
                List<String> audience = new ArrayList<>(List.of(TokenClaims.AUDIENCE));
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    audience.add(token.getRegisteredClient().getClientId());
                }
                claims.put("aud", audience);
            });
        };
    }

    /** French first: English for who asks for it, by {@code ?lang=en} or by the browser. */
    @Bean
    LocaleResolver localeResolver() {
        var byBrowser = new AcceptHeaderLocaleResolver();
        byBrowser.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        byBrowser.setDefaultLocale(Locale.FRENCH);
        var resolver = new SessionLocaleResolver();
        resolver.setDefaultLocaleFunction(byBrowser::resolveLocale);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var byParameter = new LocaleChangeInterceptor();
        byParameter.setParamName("lang");
        byParameter.setIgnoreInvalidLocale(true);
        registry.addInterceptor(byParameter);
    }
}
