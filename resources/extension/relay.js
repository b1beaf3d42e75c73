// Runs beside the page, in a world of its own: makes one call of the page's connections, and stands
// between page.js and background.js. Also the bridge of pages that use our JavaScript client.
//
// While a page has no call, this costs it two listeners: no port is open, nothing is sent.
(() => {
  "use strict";

  const api = globalThis.browser ?? globalThis.chrome;

  /** Before background.js is looked for again, where it went away: ms. */
  const AGAIN = 1000;
  /** The same where it said that nobody watches. */
  const AGAIN_RARELY = 30000;
  /** Changes of state kept of one connection, until somebody watches. */
  const CHANGES = 100;
  /** Characters of one message of the page's own client; background.js takes no longer one. */
  const MESSAGE = 1000000;
  const TRACK = /\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}/g;

  let channel = null;
  let call = null;
  let port = null;
  let introduced = false;
  let watched = false;
  let again = 0;

  // --- what page.js says ---------------------------------------------------------------------

  function handed(event) {
    if (!(event instanceof MouseEvent) || !event.relatedTarget) return;
    document.removeEventListener("call-notifier:channel", handed);
    channel = event.relatedTarget;
    channel.addEventListener("from-page", ({ detail }) => JSON.parse(detail).forEach(heard));
    tell("rest");
  }

  function tell(word) {
    channel?.dispatchEvent(new CustomEvent("to-page", { detail: word }));
  }

  function heard(said) {
    if (said.add) added(said);
    else if (call === null) return;
    else if (said.state) stateChanged(said);
    else if (said.stats) sampled(said);
    else if (said.sdp) described(said);
    else if (said.gone) gone(said);
  }

  function added({ add, at, past }) {
    if (reporting) return;
    call ??= { id: random(), began: Infinity, fabrics: new Map(), announced: false };
    const fabric = { id: `connection-${add}`, at, states: past };
    call.fabrics.set(add, fabric);
    if (call.announced) say(introduction(fabric));
    else connect();
  }

  function stateChanged({ state, name, value, at }) {
    const fabric = call.fabrics.get(state);
    if (!fabric) return;
    const change = { name, value, at };
    fabric.states.push(change);
    if (fabric.states.length > CHANGES) fabric.states.shift();
    if (call.announced) say([stateMessage(fabric, change)]);
  }

  function sampled({ stats: number, at, entries }) {
    const fabric = call.fabrics.get(number);
    if (!fabric || !watched) return;
    // As text: background.js reads it, once. Firefox names tracks within the id of their source.
    const stats = entries.replace(TRACK, "");
    say([{ ...about("stats", at), fabricId: fabric.id, stats }]);
  }

  function described({ sdp, at, local, remote }) {
    const fabric = call.fabrics.get(sdp);
    if (!fabric || !watched) return;
    say([{ ...about("sdp", at), fabricId: fabric.id, localSdp: local, remoteSdp: remote }]);
  }

  function gone({ gone: number, at }) {
    const fabric = call.fabrics.get(number);
    if (!fabric) return;
    call.fabrics.delete(number);
    const closed = { name: "connectionState", value: "closed", at };
    if (call.announced) say([stateMessage(fabric, closed)]);
    if (call.fabrics.size === 0) over(at);
  }

  function over(at) {
    if (call.announced) say([about("conference.leave", at)]);
    call = null;
    disconnect();
  }

  // --- the messages of the feed --------------------------------------------------------------

  const about = (type, timestamp) => ({ type, callId: call.id, timestamp });

  const stateMessage = (fabric, { name, value, at }) => ({
    ...about("ice.state", at),
    fabricId: fabric.id,
    changedState: name,
    newState: value,
  });

  const introduction = (fabric) => [
    { ...about("fabric.add", fabric.at), fabricId: fabric.id },
    ...fabric.states.map((change) => stateMessage(fabric, change)),
  ];

  /** When the first of its connections did. */
  function began() {
    if (call.announced) return call.began;
    for (const { at } of call.fabrics.values()) call.began = Math.min(call.began, at);
    return call.began;
  }

  /** The call as it stands, for a program that may have forgotten it. */
  function present() {
    const messages = [about("conference.join", began())];
    for (const fabric of call.fabrics.values()) {
      messages.push({ ...about("fabric.add", fabric.at), fabricId: fabric.id });
      const last = new Map(fabric.states.map((change) => [change.name, change]));
      messages.push(...[...last.values()].map((change) => stateMessage(fabric, change)));
    }
    return messages;
  }

  /** Once a port: background.js remembers it, and says it again to a program that comes back. */
  function announce() {
    if (introduced) return;
    introduced = true;
    if (call.announced) {
      post({ again: present() });
      return;
    }
    const fabrics = [...call.fabrics.values()];
    say([about("conference.join", began()), ...fabrics.flatMap(introduction)]);
    call.announced = true;
  }

  function say(messages) {
    post({ messages });
  }

  function post(said) {
    try {
      port?.postMessage(said);
    } catch {
      // The extension was taken away; Chromium does not always tell the port.
      lost();
    }
  }

  // --- background.js -------------------------------------------------------------------------

  function connect() {
    if (port !== null || call === null) return;
    clearTimeout(again);
    try {
      port = api.runtime.connect({ name: "page" });
    } catch {
      return; // The extension was removed or renewed while the page was open.
    }
    const mine = port;
    mine.onMessage.addListener(({ watch, sdp, ended }) => {
      if (port !== mine) return;
      watched = watch;
      if (ended) {
        // The program was told that this call is over; should it be watched again, it is another.
        introduced = false;
        call.announced = false;
        call.id = random();
      }
      // page.js looks at once what has been closed meanwhile; that may end the call.
      tell("rest");
      if (!watched || port !== mine) return;
      announce();
      tell(sdp ? "watch with descriptions" : "watch");
    });
    mine.onDisconnect.addListener(() => {
      void api.runtime.lastError;
      if (port === mine) lost();
    });
  }

  function lost() {
    port = null;
    introduced = false;
    again = setTimeout(connect, watched ? AGAIN : AGAIN_RARELY);
    watched = false;
    tell("rest");
  }

  function disconnect() {
    clearTimeout(again);
    watched = false;
    introduced = false;
    port?.disconnect();
    port = null;
    tell("rest");
  }

  // --- the bridge ----------------------------------------------------------------------------

  let bridge = null;
  /** The page has reported a call of its own: whatever else it connects belongs to that. */
  let reporting = false;

  function answer(said) {
    const detail = JSON.stringify(said);
    document.dispatchEvent(new CustomEvent("call-notifier:to-page", { detail }));
  }

  function fromClient(event) {
    const text = event.detail;
    if (typeof text !== "string" || text.length > MESSAGE) return;
    let said;
    try {
      said = JSON.parse(text);
    } catch {
      return;
    }
    if (said?.bridge === "hello") openBridge();
    else if (said?.bridge === "bye") {
      closeBridge();
      reporting = false;
    } else if (bridge !== null && said !== null && typeof said?.message === "object") {
      if (said.message?.type === "conference.join") reports();
      bridge.postMessage({ message: said.message });
    }
  }

  function reports() {
    if (reporting) return;
    reporting = true;
    if (call !== null) over(Date.now());
    tell("rest");
  }

  function openBridge() {
    if (bridge !== null) closeBridge();
    try {
      bridge = api.runtime.connect({ name: "client" });
    } catch {
      answer({ bridge: "closed" });
      return;
    }
    const mine = bridge;
    mine.onMessage.addListener((said) => {
      if (bridge === mine) answer(said);
    });
    mine.onDisconnect.addListener(() => {
      void api.runtime.lastError;
      if (bridge !== mine) return;
      bridge = null;
      answer({ bridge: "closed" });
    });
  }

  function closeBridge() {
    bridge?.disconnect();
    bridge = null;
  }

  // --- the page ------------------------------------------------------------------------------

  function random() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  addEventListener("pagehide", () => {
    if (call !== null) over(Date.now());
    closeBridge();
  });
  // For the popup: which site the tab shows. No permission is needed to ask ourselves.
  api.runtime.onMessage.addListener((asked, _sender, reply) => {
    if (asked?.ask === "origin") reply(location.origin);
  });
  document.addEventListener("call-notifier:to-extension", fromClient);
  document.addEventListener("call-notifier:channel", handed);
  document.dispatchEvent(new CustomEvent("call-notifier:relay"));
})();
