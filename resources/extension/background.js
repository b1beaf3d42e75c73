// Between the pages and the program: who may be watched, what is said of them, who is told what.
//
// A page never says who it is: its origin comes from the browser. This worker may be ended by the
// browser at any time; the pages then connect again, and say what there is once more.

import { Feed } from "./feed.js";
import { connectClient } from "./client.js";
import { hostOf, mayWatch, originOf } from "./policy.js";

const api = globalThis.browser ?? globalThis.chrome;

/** How long the program is kept once nothing is watched any more, ms. */
const IDLE = 60000;
/** How long a client, or the popup, waits for the program, ms. */
const PATIENCE = 3000;
/** Before a program that does not know a call is told of it once more, ms. */
const PRESENT_AGAIN = 10000;
/** Pages with clients of their own at once: each is a process. */
const CLIENTS = 16;

/** The pages with a call: port -> {origin, tab, watched, presented, calls}. */
const pages = new Map();
const clients = new Set();
let idle = 0;
let waiting = [];

const feed = new Feed({
  // The program may have been started anew: what goes on comes before what has waited.
  welcomed() {
    for (const page of pages.values()) {
      if (mayWatch(feed.welcome, page.origin)) present(page).forEach((m) => feed.tell(m));
    }
  },
  changed() {
    pages.forEach(tellPage);
    for (const client of clients) client.recheck(feed.welcome);
    if (feed.welcome === null && feed.trouble === null) return;
    for (const done of waiting.splice(0)) done();
  },
  told({ code, callId }) {
    if (code !== "unknown-call") return;
    for (const page of pages.values()) {
      if (!page.calls.has(callId) || Date.now() - page.presented < PRESENT_AGAIN) continue;
      page.presented = Date.now();
      present(page).forEach((m) => feed.tell(m));
    }
  },
});

// --- pages with calls --------------------------------------------------------------------------

function connectPage(port) {
  const page = {
    origin: originOf(port.sender),
    tab: port.sender.tab?.id,
    watched: false,
    presented: 0,
    calls: new Map(),
  };
  pages.set(port, page);
  port.onMessage.addListener(({ messages, again }) => {
    for (const message of messages ?? again ?? []) received(page, message, Boolean(again));
  });
  port.onDisconnect.addListener(() => {
    void api.runtime.lastError;
    leave(page);
    pages.delete(port);
    rest();
  });
  busy();
  tellPage(page, port);
}

function tellPage(page, port) {
  const { welcome } = feed;
  const allowed = welcome !== null && mayWatch(welcome, page.origin);
  // Gone is not forbidden: what goes on is told as soon as the program is there again.
  const ended = welcome !== null && !allowed && page.watched;
  if (ended) leave(page);
  if (welcome !== null) page.watched = allowed;
  port.postMessage({ watch: allowed, sdp: Boolean(welcome?.collectSdp), ended });
}

function received(page, message, again) {
  if (!page.watched) return;
  const known = remembered(page, message);
  if (known === null) return;
  if (again) feed.tell(known);
  else feed.say(known, message.stats?.length);
}

/** Notes what a page says; returns what the program is told, null where that is nothing. */
function remembered(page, message) {
  const call = page.calls.get(message.callId);
  if (message.type === "conference.join") {
    const host = hostOf(page.origin);
    // The address of a meeting is often its key: the host is all that is said of it.
    const join = { ...message, conferenceId: host, application: host, origin: page.origin };
    page.calls.set(message.callId, { join, fabrics: new Map() });
    return join;
  }
  if (!call) return null;
  const fabric = call.fabrics.get(message.fabricId);
  switch (message.type) {
    case "conference.leave":
      page.calls.delete(message.callId);
      return message;
    case "fabric.add":
      call.fabrics.set(message.fabricId, { add: message, states: new Map() });
      return message;
    case "ice.state":
      fabric?.states.set(message.changedState, message);
      if (message.newState === "closed") call.fabrics.delete(message.fabricId);
      return message;
    case "stats":
      return feed.welcome && { ...message, stats: JSON.parse(message.stats) };
    case "sdp":
      return feed.welcome?.collectSdp ? message : null;
    default:
      return null;
  }
}

/** The calls of a page as they stand. */
function present(page) {
  return [...page.calls.values()].flatMap(({ join, fabrics }) => [
    join,
    ...[...fabrics.values()].flatMap(({ add, states }) => [add, ...states.values()]),
  ]);
}

function leave(page) {
  for (const callId of page.calls.keys()) {
    feed.say({ type: "conference.leave", callId, timestamp: Date.now() });
  }
  page.calls.clear();
}

// --- pages that use our JavaScript client ------------------------------------------------------

async function connectBridge(port) {
  if (clients.size >= CLIENTS) {
    port.disconnect();
    return;
  }
  const origin = originOf(port.sender);
  const client = connectClient(port, origin, () => {
    clients.delete(client);
    rest();
  });
  clients.add(client);
  busy();
  await known();
  client.begin(feed.welcome);
}

// --- the program -------------------------------------------------------------------------------

function busy(atOnce = false) {
  clearTimeout(idle);
  feed.open(atOnce);
}

function rest() {
  clearTimeout(idle);
  if (pages.size + clients.size === 0) idle = setTimeout(() => feed.close(), IDLE);
}

/** Waits until it is known whether the program is there. */
function known() {
  if (feed.welcome !== null) return Promise.resolve();
  return new Promise((done) => {
    waiting.push(done);
    setTimeout(done, PATIENCE);
  });
}

api.runtime.onConnect.addListener((port) => {
  if (port.name === "page") connectPage(port);
  else if (port.name === "client") connectBridge(port);
});

// --- the popup ---------------------------------------------------------------------------------

async function stateFor({ tab, origin }) {
  busy(true);
  await known();
  rest();
  let calls = 0;
  for (const page of pages.values()) calls += page.watched ? page.calls.size : 0;
  return {
    connected: feed.welcome !== null,
    trouble: feed.trouble,
    rule: feed.welcome?.watch ?? null,
    allowed: feed.welcome !== null && mayWatch(feed.welcome, origin),
    here: [...pages.values()].filter((page) => page.tab === tab && page.watched).length,
    calls,
    clients: clients.size,
  };
}

api.runtime.onMessage.addListener((asked, sender, reply) => {
  // Content scripts have no business here.
  if (!sender.url?.startsWith(api.runtime.getURL("")) || asked?.ask !== "state") return undefined;
  stateFor(asked).then(reply);
  return true;
});
