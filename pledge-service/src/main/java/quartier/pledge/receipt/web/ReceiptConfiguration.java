package quartier.pledge.receipt.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.receipt.Bodies;
import quartier.pledge.receipt.Identities;
import quartier.pledge.receipt.IssueTaxReceipt;
import quartier.pledge.receipt.Printer;
import quartier.pledge.receipt.TaxReceipts;

/** The use case, put together; each adapter brings its own part. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiscalProperties.class)
class ReceiptConfiguration {

    @Bean
    IssueTaxReceipt issueTaxReceipt(
            TaxReceipts receipts, Bodies bodies, Identities identities, Printer printer, FiscalProperties fiscal) {
        return new IssueTaxReceipt(receipts, bodies, identities, printer, fiscal.calendar(), fiscal.retention());
    }

    @Bean
    StatementTable statementTable(MessageSource messages) {
        return new StatementTable(messages);
    }
}
