// Runs in the page's own world, before the page's scripts: notices connections, and reads their
// statistics while relay.js says so. What the page sees stays as it was (docs/browsers.md).
//
// The page may replace every function there is, also by accident. So all that is used later is
// taken now, objects that the engine reads have no prototype, arrays are not written to, and what
// goes out is put together as text. It goes through a node that is in no document and that only
// relay.js was handed, so that the page neither hears nor says anything there.
(() => {
  "use strict";

  const Native = window.RTCPeerConnection;
  if (typeof Native !== "function") return;

  /** Between two looks at the connections, ms. */
  const INTERVAL = 1000;
  /** Changes of state kept of a connection that may turn out to be a call. */
  const PAST = 40;
  /** Entries of one getStats; the feed takes as many. */
  const ENTRIES = 5000;
  /** Characters of one description; the feed takes as many. */
  const DESCRIPTION = 200000;

  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { keys } = Object;
  const { now } = Date;
  const { stringify } = JSON;
  const { setInterval, clearInterval, CustomEvent, MouseEvent, WeakRef, document } = window;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const { deref } = WeakRef.prototype;
  const { get: find, set: put } = WeakMap.prototype;
  const { getStats, getTransceivers } = Native.prototype;
  const { forEach } = window.RTCStatsReport.prototype;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name)?.get;
  const detailOf = getter(CustomEvent.prototype, "detail");
  const sdpOf = getter(window.RTCSessionDescription.prototype, "sdp");
  const read = (name) => getter(Native.prototype, name);
  const signalingState = read("signalingState");
  const iceConnectionState = read("iceConnectionState");
  const localDescription = read("localDescription");
  const remoteDescription = read("remoteDescription");

  const STATES = ["signalingState", "iceConnectionState", "iceGatheringState", "connectionState"];
  const WANTED = {
    __proto__: null,
    "inbound-rtp": 1, "outbound-rtp": 1, "remote-inbound-rtp": 1, "remote-outbound-rtp": 1,
    "candidate-pair": 1, "local-candidate": 1, "remote-candidate": 1, transport: 1, codec: 1,
    "media-source": 1, "media-playout": 1, track: 1,
  };
  // Of an entry go all numbers and truth values but ports, and these texts. None can hold an
  // address, a name, a device or anything that was said.
  const PORTS = { __proto__: null, port: 1, relatedPort: 1 };
  const TEXTS = {
    __proto__: null,
    id: 1, type: 1, kind: 1, mediaType: 1, contentType: 1, state: 1, direction: 1, mid: 1, rid: 1,
    codecId: 1, transportId: 1, remoteId: 1, localId: 1, mediaSourceId: 1, playoutId: 1,
    trackId: 1, localCandidateId: 1, remoteCandidateId: 1, selectedCandidatePairId: 1,
    candidateType: 1, protocol: 1, relayProtocol: 1, tcpType: 1, networkType: 1,
    iceState: 1, iceRole: 1, dtlsState: 1, mimeType: 1, sdpFmtpLine: 1,
    qualityLimitationReason: 1, scalabilityMode: 1, encoderImplementation: 1,
    decoderImplementation: 1,
  };

  // Of these goes whether they are of IPv6, whose headers are longer: "::", and else nothing.
  const ADDRESSES = { __proto__: null, address: 1, ip: 1, relatedAddress: 1 };

  /** What is known of each connection; holds none of them. */
  const records = new WeakMap();
  const channel = new Comment();
  /** The connections that are part of a call: a chain of records. */
  let first = null;
  let count = 0;
  let timer = 0;
  let watched = false;
  let withDescriptions = false;
  /** Statistics on their way into the next batch. */
  let batch = "";
  let pending = 0;

  function say(text) {
    const event = new CustomEvent("from-page", { __proto__: null, detail: text });
    apply(dispatchEvent, channel, [event]);
  }

  function stateOf(record, name, value, at) {
    return `{"state":${record.number},"name":"${name}","value":${stringify(value)},"at":${at}}`;
  }

  // Called for every connection that is made: nothing is done here that can wait.
  function begin(connection) {
    apply(put, records, [
      connection,
      { __proto__: null, number: 0, past: "", noted: 0, began: 0, reference: null, next: null,
        claimed: false, over: false, busy: false },
    ]);
    for (let i = 0; i < STATES.length; i++) {
      apply(addEventListener, connection, [EVENTS[i], LISTENERS[i]]);
    }
  }

  const EVENTS = STATES.map((name) => `${name.toLowerCase()}change`);
  const LISTENERS = STATES.map((name) => {
    const value = read(name);
    return function changed() {
      try {
        const record = apply(find, records, [this]);
        if (value && record && !record.claimed && !record.over) {
          noted(this, record, name, apply(value, this, []), now());
        }
      } catch {
        // The page's call goes on, whatever became of our notes.
      }
    };
  });

  function noted(connection, record, name, value, at) {
    if (record.number) {
      say(`[${stateOf(record, name, value, at)}]`);
      if (name === "signalingState") describe(connection, record, at);
      return;
    }
    record.began ||= at;
    if (record.noted < PAST) {
      record.past += record.noted++ ? "," : "";
      record.past += `{"name":"${name}","value":${stringify(value)},"at":${at}}`;
    }
    // A call is what the other side has answered, and what carries sound or picture.
    if (apply(remoteDescription, connection, []) === null) return;
    if (apply(getTransceivers, connection, []).length === 0) return;
    record.number = ++count;
    record.reference = new WeakRef(connection);
    record.next = first;
    first = record;
    timer ||= setInterval(look, INTERVAL);
    say(`[{"add":${record.number},"at":${record.began},"past":[${record.past}]}]`);
    record.past = "";
    describe(connection, record, at);
  }

  function describe(connection, record, at) {
    if (!watched || !withDescriptions) return;
    if (apply(signalingState, connection, []) !== "stable") return;
    const local = apply(localDescription, connection, []);
    const remote = apply(remoteDescription, connection, []);
    if (local === null || remote === null) return;
    const mine = apply(sdpOf, local, []);
    const theirs = apply(sdpOf, remote, []);
    if (mine.length > DESCRIPTION || theirs.length > DESCRIPTION) return;
    say(`[{"sdp":${record.number},"at":${at},"local":${stringify(mine)},` +
      `"remote":${stringify(theirs)}}]`);
  }

  // Once a second while there is a call: what is closed goes, and is asked for no statistics.
  // close() has no event.
  function look() {
    flush();
    let previous = null;
    for (let record = first; record !== null; record = record.next) {
      const connection = apply(deref, record.reference, []);
      const gone =
        record.claimed ||
        connection === undefined ||
        apply(signalingState, connection, []) === "closed";
      if (gone) {
        record.over = true;
        if (previous === null) first = record.next;
        else previous.next = record.next;
        say(`[{"gone":${record.number},"at":${now()}}]`);
        continue;
      }
      previous = record;
      if (!watched || record.busy) continue;
      const state = apply(iceConnectionState, connection, []);
      if (state === "connected" || state === "completed") sample(connection, record);
    }
    if (first === null) {
      clearInterval(timer);
      timer = 0;
    }
  }

  async function sample(connection, record) {
    record.busy = true;
    pending++;
    try {
      // Not .then(): pages replace that. An await does not look at it.
      const report = await apply(getStats, connection, []);
      const at = now();
      let entries = "";
      let number = 0;
      apply(forEach, report, [
        (entry) => {
          if (WANTED[entry.type] === 1 && number < ENTRIES) {
            entries += (number++ ? "," : "") + written(entry);
          }
        },
      ]);
      batch += `${batch && ","}{"stats":${record.number},"at":${at},"entries":${stringify(`[${entries}]`)}}`;
    } catch {
      // Closed meanwhile; the next look finds out.
    }
    record.busy = false;
    if (--pending === 0) flush();
  }

  function flush() {
    if (batch && watched) say(`[${batch}]`);
    batch = "";
  }

  function written(entry) {
    const names = keys(entry);
    let text = "";
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const value = entry[name];
      const kind = typeof value;
      let part;
      if (kind === "number") {
        if (value - value !== 0 || PORTS[name] === 1) continue;
        part = `${value}`;
      } else if (kind === "boolean") {
        part = value ? "true" : "false";
      } else if (kind === "string" && TEXTS[name] === 1) {
        part = stringify(value);
      } else if (kind === "string" && ADDRESSES[name] === 1 && isOfSix(value)) {
        part = '"::"';
      } else continue;
      text += `${text && ","}"${name}":${part}`;
    }
    return `{${text}}`;
  }

  function isOfSix(address) {
    for (let i = 0; i < address.length; i++) if (address[i] === ":") return true;
    return false;
  }

  function told(event) {
    apply(removeEventListener, document, ["call-notifier:relay", asked]);
    const word = apply(detailOf, event, []);
    withDescriptions = word === "watch with descriptions";
    watched = withDescriptions || word === "watch";
    try {
      look();
      if (!withDescriptions) return;
      for (let record = first; record !== null; record = record.next) {
        const connection = apply(deref, record.reference, []);
        if (connection !== undefined) describe(connection, record, now());
      }
    } catch {
      // As above.
    }
  }

  // A page that reports a connection itself, with our JavaScript client, says so.
  function claimed(event) {
    try {
      const connection = apply(detailOf, event, []);
      const record = apply(find, records, [connection]);
      if (!record) return;
      record.claimed = true;
      if (record.number) look();
    } catch {
      // No connection.
    }
  }

  // Whichever of the two scripts runs first, the other one finds it.
  function offer() {
    const event = new MouseEvent("call-notifier:channel", {
      __proto__: null,
      relatedTarget: channel,
    });
    apply(dispatchEvent, document, [event]);
  }
  function asked() {
    offer();
  }
  channel.addEventListener("to-page", told);
  document.addEventListener("call-notifier:claim", claimed);
  document.addEventListener("call-notifier:relay", asked);
  offer();

  const Watched = new Proxy(Native, {
    __proto__: null,
    construct(target, given, newTarget) {
      const connection = construct(target, given, newTarget === Watched ? target : newTarget);
      try {
        begin(connection);
      } catch {
        // It is not watched then.
      }
      return connection;
    },
  });
  const replace = (holder, name) => {
    const slot = getOwnPropertyDescriptor(holder, name);
    if (slot?.value === Native) defineProperty(holder, name, { ...slot, value: Watched });
  };
  replace(window, "RTCPeerConnection");
  replace(window, "webkitRTCPeerConnection");
  replace(Native.prototype, "constructor");
})();
//# sourceURL=call-notifier
