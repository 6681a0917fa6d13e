package quartier.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param payeeRequired whether a project is launched only when its owner's identity is verified for payouts */
@ConfigurationProperties("quartier.catalog")
record LaunchProperties(@DefaultValue("true") boolean payeeRequired) {}
