package quartier.pledge.receipt.escrow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.launch.Projects;
import quartier.pledge.supporter.Supporters;

@Configuration(proxyBeanMethods = false)
class ReceiptSourceConfiguration {

    @Bean
    EscrowContributions contributions(
            Escrows escrows, PledgeViews pledges, Projects projects, BackerNames members, Supporters supporters) {
        return new EscrowContributions(escrows, pledges, projects, new OwnerStatements(members, supporters));
    }
}
