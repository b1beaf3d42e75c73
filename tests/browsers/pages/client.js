// A page that speaks to the extension as a client of ours does.
"use strict";

const answers = [];
document.addEventListener("call-notifier:to-page", (event) => {
  answers.push(JSON.parse(event.detail));
});

function say(said) {
  const detail = typeof said === "string" ? said : JSON.stringify(said);
  document.dispatchEvent(new CustomEvent("call-notifier:to-extension", { detail }));
}

async function until(enough) {
  while (!enough()) await new Promise((done) => setTimeout(done, 20));
  return JSON.stringify(answers);
}

/** Asks for the bridge until it is open: the extension may not have heard yet that it may be. */
async function knock() {
  const open = () => answers.some(({ bridge }) => bridge === "open");
  while (!open()) {
    say({ bridge: "hello" });
    await new Promise((done) => setTimeout(done, 500));
  }
}

const hello = {
  type: "hello",
  version: 1,
  kind: "javascript",
  client: "a page",
  clientId: "page-1",
  timestamp: Date.now(),
};
