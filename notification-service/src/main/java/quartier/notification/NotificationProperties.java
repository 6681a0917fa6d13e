package quartier.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where members reach the site: links in e-mails begin with it
 * @param apiPath where the site passes calls on to this service
 */
@Validated
@ConfigurationProperties("quartier.notification")
public record NotificationProperties(
        @NotNull URI publicUrl,
        @DefaultValue("/api/notification") String apiPath,
        @DefaultValue @Valid Mail mail) {

    /**
     * @param from the sender's address
     * @param fromName what readers see of it
     * @param senders how many mails are on their way at once
     * @param lease how long a mail that is being sent is nobody else's; longer than the SMTP time-outs together
     * @param roundEvery how often the store is asked for mails that are due
     * @param firstRetry the pause after a failed try; it doubles each time
     * @param longestRetry where doubling ends
     * @param attempts after so many the mail is given up; with the defaults, after about five days
     */
    public record Mail(
            @DefaultValue("ne-pas-repondre@quartier.localhost") @NotBlank
            String from,

            @DefaultValue("Quartier") @NotBlank String fromName,
            @DefaultValue("4") @Min(1) @Max(64) int senders,
            @DefaultValue("2m") Duration lease,
            @DefaultValue("5s") Duration roundEvery,
            @DefaultValue("2s") Duration firstRetry,
            @DefaultValue("1h") Duration longestRetry,
            @DefaultValue("130") @Min(1) int attempts) {

        /** The pause after this attempt, counted from 1. */
        public Duration pauseAfter(int attempt) {
            Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
            return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        }
    }

    /** An address of this service as members reach it. */
    public String api(String path) {
        return site(apiPath + path);
    }

    /** An address of the site. */
    public String site(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }
}
