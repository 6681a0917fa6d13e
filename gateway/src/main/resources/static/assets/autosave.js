// A save that is pressed while the page saves by itself waits for that one's answer, and with it for the version that
// it brings: else each would take the other for somebody else's change.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("form[data-hx-post]")) {
    form.addEventListener("submit", (event) => {
      if (!form.classList.contains("htmx-request")) {
        return;
      }
      event.preventDefault();
      form.addEventListener("htmx:afterRequest", () => form.requestSubmit(event.submitter), { once: true });
    });
  }
})();
