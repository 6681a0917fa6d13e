package quartier.gateway.page;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms are records: they are filled by their constructors, and nothing is set afterwards. */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void onlyByConstructor(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
