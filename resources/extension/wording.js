// The popup's sentences.

import { hostOf } from "./policy.js";
import { WORDS } from "./words.js";

/** The language of the words for a browser's own (BCP 47): English where there are none in it. */
export function languageOf(tag) {
  const base = tag.toLowerCase().split("-")[0];
  return base in WORDS ? base : "en";
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Whether the program is there. */
export function programSentence({ connected, trouble }, words = WORDS.en) {
  if (connected) return words.running;
  if (trouble === null) return words.stopped;
  return fill(words.unreachable, { trouble });
}

/** Whether this site is watched, and why. */
export function siteSentence({ connected, rule, allowed }, origin, words = WORDS.en) {
  if (origin === null) return words.noPage;
  const host = hostOf(origin);
  if (!connected) return fill(words.noProgram, { host });
  if (rule === "none") return fill(words.noSite, { host });
  if (!allowed) return fill(words.notListed, { host });
  return fill(rule === "listed" ? words.listed : words.allSites, { host });
}

/** How many calls are watched at this moment. */
export function callsSentence({ connected, calls, here, clients }, words = WORDS.en) {
  if (!connected) return "";
  const told = [words.noCall];
  if (calls === 1) told[0] = here > 0 ? words.callHere : words.callElsewhere;
  if (calls > 1) told[0] = fill(words.calls, { count: calls });
  if (clients === 1) told.push(words.page);
  if (clients > 1) told.push(fill(words.pages, { count: clients }));
  return told.join(" ");
}
