// What a person sees who asks: whether the program is there, whether this site is watched, and why.

import { originOf } from "./policy.js";
import { callsSentence, languageOf, programSentence, siteSentence } from "./wording.js";
import { WORDS } from "./words.js";

const api = globalThis.browser ?? globalThis.chrome;

const language = languageOf(api.i18n.getUILanguage());
const words = WORDS[language];

const state = document.getElementById("state");
const again = document.getElementById("again");

function show(id, text) {
  document.getElementById(id).textContent = text;
}

/** The origin that the tab in front shows; null where there is no web page of ours to ask. */
async function site() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  try {
    const url = await api.tabs.sendMessage(tab.id, { ask: "origin" }, { frameId: 0 });
    return { tab: tab.id, origin: originOf({ url }) };
  } catch {
    return { tab: tab?.id, origin: null };
  }
}

async function look() {
  state.setAttribute("aria-busy", "true");
  const where = await site();
  const found = await api.runtime.sendMessage({ ask: "state", ...where });
  show("program", programSentence(found, words));
  show("site", siteSentence(found, where.origin, words));
  show("calls", callsSentence(found, words));
  again.hidden = found.connected;
  state.setAttribute("aria-busy", "false");
}

document.documentElement.lang = language;
show("program", words.looking);
show("way", words.way);
show("again", words.again);
again.addEventListener("click", look);
look();
