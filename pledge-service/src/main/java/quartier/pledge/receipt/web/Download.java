package quartier.pledge.receipt.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files, named so that people find them again. None of them is kept on the way: they are about people and money. */
final class Download {

    static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    static final String CSV = "text/csv;charset=UTF-8";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private Download() {}

    static ResponseEntity<byte[]> of(String fileName, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(content);
    }
}
