package quartier.gateway.operation;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;
import quartier.gateway.call.Parts;
import quartier.gateway.pledge.Operations;
import quartier.gateway.signin.Member;
import quartier.gateway.signin.Viewer;

/** Stands over every page of the operator: whether something does not agree. Asked while the page asks for its own. */
@ControllerAdvice(basePackageClasses = OperatorFrame.class)
class OperatorFrame {

    private final Operations operations;
    private final Parts parts;

    OperatorFrame(Operations operations, Parts parts) {
        this.operations = operations;
        this.parts = parts;
    }

    @ModelAttribute
    void alarms(Viewer viewer, HttpServletRequest request, Model model) {
        Member operator = viewer.member();
        if (operator == null || !operator.isOperator() || !"GET".equals(request.getMethod())) {
            return;
        }
        var reconciliation = parts.start(() -> operations.reconciliation(operator));
        var audit = parts.start(() -> operations.audit(operator));
        model.addAttribute("alarms", new LazyContextVariable<Alarms>() {
            @Override
            protected Alarms loadValue() {
                return Alarms.of(reconciliation.get(), audit.get());
            }
        });
    }
}
