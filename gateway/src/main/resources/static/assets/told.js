// Tells, after a pause in typing, what of the territory's rules a form breaks. Without this file, or when the
// answer does not come, the same is told when the step is saved.
(() => {
  "use strict";
  const PAUSE_MILLISECONDS = 900;

  for (const form of document.querySelectorAll("form[data-told]")) {
    const region = document.getElementById("told");
    let pause;
    let asked = new AbortController();
    let said = "";

    const ask = async () => {
      asked.abort(); // an answer to what was typed before would be wrong by now
      asked = new AbortController();
      try {
        const answer = await fetch(form.dataset.told, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
          signal: asked.signal,
        });
        if (!answer.ok || answer.redirected) {
          return; // signed out meanwhile: saving says so, and keeps what was typed
        }
        const words = (await answer.text()).trim();
        if (words !== said) { // else a screen reader would say it again at every pause
          said = words;
          region.innerHTML = words;
        }
      } catch {
        // Off line, or typing went on: the next pause asks again.
      }
    };

    form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(ask, PAUSE_MILLISECONDS);
    });
  }
})();
