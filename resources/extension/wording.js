// The popup's sentences.

import { hostOf } from "./policy.js";

/** Whether the program is there. */
export function programSentence({ connected, trouble }) {
  if (connected) return "The program is running, and this browser is connected to it.";
  if (trouble === null) return "The program is not running. Start Call Notifier to watch calls.";
  return (
    "This browser cannot reach the program. Run “call-notifier browsers install” once, then look " +
    `again. (${trouble})`
  );
}

/** Whether this site is watched, and why. */
export function siteSentence({ connected, rule, allowed }, origin) {
  if (origin === null) {
    return "Nothing is watched here: this is no web page, or it was open before the extension was.";
  }
  const host = hostOf(origin);
  if (!connected) return `Nothing is watched on ${host}: the program is not there.`;
  if (rule === "none") return `Calls on ${host} are not watched: the program watches no site.`;
  if (!allowed) return `Calls on ${host} are not watched: the site is not on the program's list.`;
  if (rule === "listed") return `Calls on ${host} are watched: the site is on the program's list.`;
  return `Calls on ${host} are watched: the program watches calls on all sites.`;
}

/** How many calls are watched at this moment. */
export function callsSentence({ connected, calls, here, clients }) {
  if (!connected) return "";
  let text = "No call is watched now.";
  if (calls > 0) {
    const where = here > 0 ? "in this tab" : "in another tab";
    text = calls === 1 ? `1 call is watched now, ${where}.` : `${calls} calls are watched now.`;
  }
  if (clients === 1) text += " 1 page reports its calls itself.";
  if (clients > 1) text += ` ${clients} pages report their calls themselves.`;
  return text;
}
