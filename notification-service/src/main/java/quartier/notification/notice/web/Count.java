package quartier.notification.notice.web;

/** How many there are. */
record Count(long count) {}
