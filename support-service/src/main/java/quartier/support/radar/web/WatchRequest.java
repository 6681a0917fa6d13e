package quartier.support.radar.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record WatchRequest(@Nullable @Size(max = 2_000) String note) {}
