package quartier.gateway.call;

/** No answer: the service is away, too slow, failed, or left alone by its breaker. */
public final class ServiceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Service service;

    public ServiceUnavailable(Service service, Throwable cause) {
        super(service.segment(), cause);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
