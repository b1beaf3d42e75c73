// A page that uses our JavaScript client: its messages go through a native port of their own.
//
// They are the client's own and are not read, but for where they come from: that the browser says.

import { HOST } from "./feed.js";
import { mayWatch } from "./policy.js";

const api = globalThis.browser ?? globalThis.chrome;

/** Messages a second that a page may send, and how many at once; more than that is no client. */
const RATE = 500;
const AT_ONCE = 3000;

/**
 * @param port of the page
 * @param origin of the page, as the browser names it
 * @param gone is called once, when it is over
 * @returns what background.js says to it: `begin` when it is known whether the program is there,
 *   `recheck` when it is not there any more, or wants other sites
 */
export function connectClient(port, origin, gone) {
  let native = null;
  let connected = false;
  let greeted = false;
  let over = false;
  let tokens = AT_ONCE;
  let counted = Date.now();

  function end() {
    if (over) return;
    over = true;
    native?.disconnect();
    port.disconnect();
    gone();
  }

  function begin(welcome) {
    if (over) return;
    if (welcome === null || !mayWatch(welcome, origin)) {
      end();
      return;
    }
    native = api.runtime.connectNative(HOST);
    native.onDisconnect.addListener(() => {
      void api.runtime.lastError;
      end();
    });
    native.onMessage.addListener((message) => {
      if (over) return;
      if (message.type !== "host") {
        port.postMessage({ message: forPage(message) });
      } else if (message.connected) {
        connected = true;
        port.postMessage({ bridge: "open" });
      } else if (connected) {
        // Not before: the first thing that a host says is that it has still to connect.
        end();
      }
    });
  }

  /** Not the page's business: which other sites this person has calls on. */
  function forPage(message) {
    if (message.type !== "welcome") return message;
    const { watch: _watch, sites: _sites, ...rest } = message;
    return rest;
  }

  function mayGo() {
    const at = Date.now();
    tokens = Math.min(AT_ONCE, tokens + ((at - counted) / 1000) * RATE);
    counted = at;
    return --tokens >= 0;
  }

  port.onMessage.addListener(({ message }) => {
    if (over || native === null) return;
    if (!mayGo()) {
      end();
      return;
    }
    if (message.type === "hello") {
      greeted = true;
      const { token: _token, ...rest } = message;
      native.postMessage({ ...rest, origin });
    } else if (greeted) {
      const known = message.type === "conference.join" ? { ...message, origin } : message;
      native.postMessage(known);
    }
  });
  port.onDisconnect.addListener(() => {
    void api.runtime.lastError;
    end();
  });

  return {
    begin,
    recheck(welcome) {
      if (native !== null && (welcome === null || !mayWatch(welcome, origin))) end();
    },
  };
}
