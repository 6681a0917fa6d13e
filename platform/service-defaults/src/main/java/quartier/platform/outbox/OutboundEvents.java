package quartier.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes {@link OutboundEvent}s: serialises the data and remembers the request's trace. */
public final class OutboundEvents {

    private final JsonMapper json;
    private final Tracer tracer;

    public OutboundEvents(JsonMapper json, Tracer tracer) {
        this.json = json;
        this.tracer = tracer;
    }

    /** An event about an aggregate, in order with the aggregate's others. */
    public OutboundEvent event(String topic, String type, String subject, long sequence, Instant time, Object data) {
        return event(topic, type, subject, subject, sequence, time, data);
    }

    /** An event in order with all that have the same key. */
    public OutboundEvent event(
            String topic, String type, String subject, String key, long sequence, Instant time, Object data) {
        return new OutboundEvent(
                OutboundEvent.idOf(topic, subject, sequence, type),
                topic,
                type,
                subject,
                key,
                sequence,
                time,
                json.writeValueAsString(data),
                traceparent());
    }

    /** The W3C {@code traceparent} of the work under way, or null outside any. */
    public @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        boolean sampled = Boolean.TRUE.equals(context.sampled());
        return "00-" + wide(context.traceId()) + "-" + context.spanId() + (sampled ? "-01" : "-00");
    }

    /** The W3C format wants 32 digits; a tracer with 64-bit ids has 16. */
    private static String wide(String traceId) {
        return "0".repeat(Math.max(0, 32 - traceId.length())) + traceId;
    }
}
