package quartier.pledge.receipt.pdf;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptPdfConfiguration {

    @Bean
    PdfPrinter receiptPrinter(MessageSource messages) {
        return new PdfPrinter(messages);
    }
}
