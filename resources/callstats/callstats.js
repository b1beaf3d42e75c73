/*
 * The callstats API, spoken to the Call Notifier program on this computer.
 *
 * A page that was written for callstats.js works with this file in its place. It reports each peer
 * connection that it is given: raw getStats entries once a second while there is a path, changes of
 * state, and what the application says. All that is made of them (when a call began, was disrupted
 * and ended, how good it was, what the callbacks are told) is made by the program, which also keeps
 * it. Nothing leaves the computer; the AppSecret is neither kept nor sent.
 *
 * The program is reached through its browser extension, a WebSocket on loopback, or an object that
 * the application gives (an Electron preload's), whichever answers first in this order. Where none
 * does, calls are answered as ever and nothing else happens. Whatever happens in here, the page
 * and its connections do not notice: nothing is thrown, and no connection is changed.
 *
 * How to integrate: docs/integrate.md. The messages: docs/feed.md. Types: callstats.d.ts.
 */
(() => {
  "use strict";

  const LOADED = Symbol.for("call-notifier.callstats");
  if (globalThis[LOADED]) {
    // A second copy on one page would report every call twice.
    provide(globalThis[LOADED]);
    return;
  }

  // --- limits ------------------------------------------------------------------------------------

  const VERSION = "0.2.0";
  const PROTOCOL = 1;

  /** Between two looks at all connections, and between two getStats of each: ms. */
  const INTERVAL_MS = 1000;
  /** A getStats that has not answered by now is given up, and asked again. */
  const STATS_LIMIT_MS = 10_000;
  const WIFI_INTERVAL_MS = 10_000;
  /** A connection of which there was nothing to say for so long says that it is there. */
  const ALIVE_MS = 10_000;
  /** A call whose connections were all silent or failed for so long is over for the program. */
  const SILENCE_MS = 30_000;

  /** For the extension to say that it is there. */
  const BRIDGE_LIMIT_MS = 500;
  /** For a WebSocket to open: the browser may be asking the person whether it may. */
  const SOCKET_LIMIT_MS = 60_000;
  /** For the application's own transport to open, and for the program's welcome on any. */
  const OPEN_LIMIT_MS = 5000;
  const WELCOME_LIMIT_MS = 10_000;
  /** Before the program is looked for again; the last one for ever. */
  const AGAIN_MS = [1000, 2000, 5000, 10_000];
  /** The same where it has turned us away. */
  const REFUSED_AGAIN_MS = 60_000;

  /** What waits for its acknowledgement. */
  const QUEUE_MESSAGES = 2000;
  const QUEUE_CHARACTERS = 8_000_000;
  /** Bytes of one message. */
  const MESSAGE_LIMIT = 1_000_000;
  const ENTRIES_LIMIT = 5000;

  /** A conference whose connections were all closed, and nobody said that it ends. */
  const CLOSED_LIMIT_MS = 5000;
  /** A conference that never had a connection: getUserMedia failed, and nothing followed. */
  const EMPTY_LIMIT_MS = 30_000;
  /** Conferences that are over, and may still get feedback. */
  const ENDED_KEPT = 50;
  /** Changes of a connection that waits for its identifiers. */
  const HELD_LIMIT = 500;

  /** For the program's answer, before csInitCallback is told without; applications wait for it. */
  const INIT_LIMIT_MS = 3000;
  /** For a connection with the program, when one test is asked for. */
  const PRECALL_LIMIT_MS = 5000;
  const PRECALL_INTERVAL_S = { usual: 60, least: 30, most: 86_400 };
  const PRECALL_URLS = { count: 64, length: 300 };
  const RESULTS_KEPT = 50;
  const RESULTS_KEY = "call-notifier.sct-results";

  /** Of the callstats API, in bytes of UTF-8 (the first three) and characters. */
  const USER_LIMIT = 128;
  const CONFERENCE_LIMIT = 256;
  const LABEL_LIMIT = 20;
  const APP_VERSION_LIMIT = 30;
  const ID_LIMIT = 256;
  const LOG_LIMIT = 20_000;
  const DATA_LIMIT = 100_000;
  /** Of the program's messages, characters. */
  const NAME_LIMIT = 512;
  const SDP_LIMIT = 200_000;
  const STATE_LIMIT = 40;

  // --- vocabulary (notifier/calls/vocabulary.py) -------------------------------------------------

  const list = (text) => text.trim().split(/\s+/);
  const words = (text) => Object.freeze(Object.fromEntries(list(text).map((word) => [word, word])));

  const fabricUsage = words("multiplex audio video screen data unbundled");
  const fabricEvent = words(`
    fabricHold fabricResume audioMute audioUnmute videoPause videoResume screenShareStart
    screenShareStop dominantSpeaker activeDeviceList fabricTerminated callUnAnswered fabricSetup
    fabricSetupFailed
  `);
  const webRTCFunctions = words(`
    getUserMedia createOffer createAnswer setLocalDescription setRemoteDescription
    addIceCandidate iceConnectionFailure signalingError applicationLog applicationError
  `);
  const endpointType = words("peer server");
  const transmissionDirection = words("sendonly receiveonly sendrecv inactive");
  const callType = words("inbound outbound monitoring unknown");
  const roles = words("agent participant");
  const userIDType = words("local remote");
  const csError = words(`
    success httpError authError wsChannelFailure csProtoError appConnectivityError
    tokenGenerationError
  `);
  const qualityRating = words("excellent fair bad unknown");
  const callStatsAPIReturnStatus = words("success failure");

  const ENUMERATIONS = {
    fabricUsage,
    fabricEvent,
    webRTCFunctions,
    endpointType,
    transmissionDirection,
    callType,
    roles,
    userIDType,
    csError,
    qualityRating,
    callStatsAPIReturnStatus,
    // As it was called in its first versions.
    wrtcFuncNames: webRTCFunctions,
  };

  const EVENTS = list(`
    stats defaultConfig recommendedConfig preCallTestResults preCallTest
    connectionRecommendation mediaDisruption pctConnectionQualityChange
  `);
  const ADDITIONAL_IDS = list(`
    customerID tenantID productName meetingsName serverName pbxID pbxExtensionID fqExtensionID
    sessionID
  `);

  // Why a call was refused.
  const NOT_INITIALIZED = "not initialized, call initialize() first";
  const NO_FABRIC = "not initialized or no fabrics added";
  const NO_CONFERENCE = "conferenceId does not exist";
  const NO_CONNECTION = "invalid PeerConnection object";

  // --- small things ------------------------------------------------------------------------------

  /** A call that is refused; the text is what the application reads. */
  class Refusal extends Error {}

  function check(good, reason) {
    if (!good) throw new Refusal(reason);
  }

  const isObject = (value) => typeof value === "object" && value !== null;
  const bytes = (text) => new TextEncoder().encode(text).length;
  const has = (words_, value) => typeof value === "string" && Object.hasOwn(words_, value);

  /** The beginning of a text; undefined, which no message holds, of anything else. */
  const cut = (value, limit) => (typeof value === "string" ? value.slice(0, limit) : undefined);

  function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
  }

  /** Call what the application gave us, in its own time; its errors are its own. */
  function tell(callback, ...told) {
    if (typeof callback !== "function") return;
    queueMicrotask(() => {
      try {
        callback(...told);
      } catch (error) {
        console.error("callstats: a callback failed:", error);
      }
    });
  }

  function answer(status, message) {
    return { status, message, msg: message };
  }

  // Half of a surrogate pair is no text for anybody but JavaScript.
  const HALVES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
  const ESCAPED_HALF = /\\ud[89a-f]/;

  function sayable(_, value) {
    if (typeof value === "bigint") return Number(value);
    if (typeof value !== "string") return value;
    return value.replace(HALVES, (found) => (found.length === 2 ? found : "\ufffd"));
  }

  /** As JSON; null where it goes round in circles. */
  function written(message) {
    try {
      const text = JSON.stringify(message);
      if (!ESCAPED_HALF.test(text)) return text;
    } catch {
      // A bigint, or a circle.
    }
    try {
      return JSON.stringify(message, sayable);
    } catch {
      return null;
    }
  }

  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return isObject(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** What an application gave as data, as JSON reads it again; undefined where it cannot. */
  function plain(value) {
    try {
      return JSON.parse(JSON.stringify(value));
    } catch {
      return undefined;
    }
  }

  /** Identifiers are texts; numbers become some, as they always did. */
  function identifier(value, name, limit) {
    check(value !== undefined && value !== null, `argument missing: ${name}`);
    const text = typeof value === "number" ? String(value) : value;
    check(typeof text === "string", `argument invalid: ${name} is to be a string`);
    check(bytes(text) <= limit, `argument invalid: ${name} is longer than ${limit} bytes`);
    return text;
  }

  /** A user is a text, or an object with userName and aliasName; the alias is the ID. */
  function user(value, name) {
    if (!isObject(value)) return { id: identifier(value, name, USER_LIMIT) };
    const { aliasName, userName } = value;
    check(typeof aliasName === "string" && aliasName, `argument missing: ${name}.aliasName`);
    check(aliasName.length <= USER_LIMIT, `argument invalid: ${name}.aliasName is too long`);
    const named = typeof userName === "string" && userName;
    check(
      !named || userName.length <= USER_LIMIT,
      `argument invalid: ${name}.userName is too long`,
    );
    return { id: aliasName, name: named || undefined };
  }

  // --- ways to the program -----------------------------------------------------------------------
  //
  // A way has `open()`, which gives a channel or null: {send(text), close(), onmessage, onclose}.

  /** The extension: its content script hears events of the document, and answers with others. */
  class Bridge {
    ready = () => {};
    #offered = false;
    #channel = null;
    #answered = null;

    constructor() {
      this.exists = typeof document === "object" && typeof CustomEvent === "function";
      if (!this.exists) return;
      document.addEventListener("call-notifier:to-page", (event) => {
        const said = typeof event.detail === "string" ? parsed(event.detail) : null;
        if (said !== null) this.#heard(said);
      });
    }

    open() {
      if (this.#offered) return Promise.resolve(this.#made());
      return new Promise((resolve) => {
        const timer = setTimeout(() => this.#answer(null), BRIDGE_LIMIT_MS);
        this.#answered = (channel) => {
          clearTimeout(timer);
          resolve(channel);
        };
        this.#say('{"bridge":"hello"}');
      });
    }

    #say(detail) {
      document.dispatchEvent(new CustomEvent("call-notifier:to-extension", { detail }));
    }

    #answer(channel) {
      const answered = this.#answered;
      this.#answered = null;
      answered?.(channel);
    }

    #heard({ bridge, message }) {
      if (bridge === "open") this.#opened();
      else if (bridge === "closed") this.#closed();
      else if (isObject(message)) this.#channel?.onmessage?.(message);
    }

    #opened() {
      this.#offered = true;
      if (this.#answered) this.#answer(this.#made());
      else if (this.#channel === null) this.ready();
    }

    #made() {
      const channel = {
        send: (text) => this.#say(`{"message":${text}}`),
        close: () => {
          if (this.#channel !== channel) return; // The other side has closed it.
          this.#offered = false;
          this.#channel = null;
          this.#say('{"bridge":"bye"}');
        },
      };
      this.#channel = channel;
      return channel;
    }

    #closed() {
      const channel = this.#channel;
      this.#offered = false;
      this.#channel = null;
      this.#answer(null);
      channel?.onclose?.();
    }
  }

  /** A WebSocket to a port of this computer. */
  class Loopback {
    #port;

    constructor(port) {
      this.#port = port;
    }

    open() {
      return new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/`);
        const channel = { send: (text) => socket.send(text), close: () => socket.close() };
        const timer = setTimeout(() => {
          socket.close();
          resolve(null);
        }, SOCKET_LIMIT_MS);
        socket.onopen = () => {
          clearTimeout(timer);
          resolve(channel);
        };
        socket.onmessage = ({ data }) => {
          const message = typeof data === "string" ? parsed(data) : null;
          if (message !== null) channel.onmessage?.(message);
        };
        socket.onclose = () => {
          clearTimeout(timer);
          resolve(null);
          channel.onclose?.();
        };
      });
    }
  }

  /**
   * What the application gives: {send(text), onmessage, onopen, onclose}, where we set the last
   * three. It may have connect(), called when it is to be open, and close().
   */
  class Given {
    ready = () => {};
    #transport;
    #isOpen = false;
    #channel = null;
    #answered = null;

    constructor(transport) {
      this.#transport = transport;
      // It may have been opened before it was given, as a WebSocket can be.
      this.#isOpen = transport.readyState === 1;
      transport.onopen = () => {
        this.#isOpen = true;
        if (this.#answered) this.#answer(this.#made());
        else this.ready();
      };
      transport.onmessage = (said) => {
        const text = isObject(said) ? said.data : said;
        const message = typeof text === "string" ? parsed(text) : null;
        if (message !== null) this.#channel?.onmessage?.(message);
      };
      transport.onclose = () => {
        const channel = this.#channel;
        this.#isOpen = false;
        this.#channel = null;
        this.#answer(null);
        channel?.onclose?.();
      };
    }

    open() {
      if (this.#isOpen) return Promise.resolve(this.#made());
      return new Promise((resolve) => {
        const timer = setTimeout(() => this.#answer(null), OPEN_LIMIT_MS);
        this.#answered = (channel) => {
          clearTimeout(timer);
          resolve(channel);
        };
        this.#transport.connect?.();
      });
    }

    #made() {
      const channel = {
        send: (text) => this.#transport.send(text),
        close: () => {
          if (this.#channel !== channel) return;
          this.#channel = null;
          this.#transport.close?.();
        },
      };
      this.#channel = channel;
      return channel;
    }

    #answer(channel) {
      const answered = this.#answered;
      this.#answered = null;
      answered?.(channel);
    }
  }

  // --- what is said and not yet acknowledged -----------------------------------------------------

  /**
   * Messages get their `seq` here and stay until the program has kept them. After another
   * connection all that is left is sent again, and before it what the program has to know to make
   * sense of the rest: calls, connections and states of the messages that are *not* here any more.
   * When it is full the oldest statistics go first, since counters count on; then the oldest of
   * anything.
   */
  class Queue {
    #kept = new Map();
    #next = 0;
    #characters = 0;
    #gone = new Map();

    /** The text to send, or null where no program would take it. */
    put(message) {
      const seq = this.#next;
      const text = written({ ...message, seq });
      if (text === null || (text.length > MESSAGE_LIMIT / 3 && bytes(text) > MESSAGE_LIMIT)) {
        return null;
      }
      this.#next += 1;
      this.#kept.set(seq, { text, message: message.type === "stats" ? null : message });
      this.#characters += text.length;
      while (this.#kept.size > QUEUE_MESSAGES || this.#characters > QUEUE_CHARACTERS) {
        this.#remove(this.#oldest());
      }
      return text;
    }

    *texts() {
      for (const { text } of this.#kept.values()) yield text;
    }

    announcements() {
      return Array.from(this.#gone.values(), written);
    }

    acknowledge(seq) {
      if (!Number.isInteger(seq) || seq >= this.#next) return; // It has not been said yet.
      for (const oldest of this.#kept.keys()) {
        if (oldest > seq) return;
        this.#remove(oldest);
      }
    }

    /** The program has refused this one: it would refuse it again. */
    drop(seq) {
      const kept = this.#kept.get(seq);
      if (!kept) return;
      kept.message = null;
      this.#remove(seq);
    }

    #oldest() {
      for (const [seq, { message }] of this.#kept) if (message === null) return seq;
      return this.#kept.keys().next().value;
    }

    #remove(seq) {
      const { text, message } = this.#kept.get(seq);
      this.#kept.delete(seq);
      this.#characters -= text.length;
      if (message !== null) this.#remember(message);
    }

    #remember(message) {
      const call = `${message.callId}`;
      const fabric = `${call} ${message.fabricId}`;
      switch (message.type) {
        case "conference.join":
          if (!this.#gone.has(call)) this.#gone.set(call, message);
          break;
        case "fabric.add":
          if (!this.#gone.has(fabric)) this.#gone.set(fabric, message);
          break;
        case "ice.state": {
          if (message.changedState === "signalingState" && message.newState === "closed") {
            this.#forget(fabric);
          } else if (this.#gone.has(fabric)) {
            const key = `${fabric} ${message.changedState}`;
            this.#gone.delete(key); // A state stands where it was said last.
            this.#gone.set(key, message);
          }
          break;
        }
        case "fabric.event":
          if (message.event === fabricEvent.fabricTerminated) this.#forget(fabric);
          break;
        case "conference.leave":
          this.#forget(call);
          break;
        default:
      }
    }

    #forget(key) {
      for (const known of this.#gone.keys()) {
        if (known === key || known.startsWith(`${key} `)) this.#gone.delete(known);
      }
    }
  }

  // --- the link ----------------------------------------------------------------------------------

  /** The page's one connection with the program, shared by all callstats objects. */
  class Link {
    collectSdp = false;
    mayAsk = false;
    /** Whether there is somebody to whom statistics could ever be told. */
    hopeful = false;

    #clientId = `javascript-${random()}`;
    #appId;
    #token;
    #bridge = new Bridge();
    #loopback = null;
    #given = null;
    #queue = new Queue();
    #listeners = new Set();
    #channel = null;
    #welcome = null;
    #limit = 0;
    #looking = false;
    #failures = 0;
    #refused = false;
    #timer = 0;

    constructor() {
      this.#bridge.ready = () => this.#look();
    }

    get isOpen() {
      return this.#welcome !== null;
    }

    /**
     * Be connected from now on.
     *
     * @param listener {welcomed(), missed(), received(message), refused(text)}
     * @param ways {port, token, transport}, what the page configured
     */
    join(listener, appId, { port, token, transport }) {
      this.#appId ??= cut(appId, NAME_LIMIT);
      this.#listeners.add(listener);
      if (Number.isInteger(Number(port)) && port > 0 && port < 65_536) {
        this.#loopback = new Loopback(Number(port));
        this.#token = cut(token, 200);
      }
      if (isObject(transport) && typeof transport.send === "function" && !this.#given) {
        this.#given = new Given(transport);
        this.#given.ready = () => this.#look();
      }
      this.hopeful ||= this.#loopback !== null || this.#given !== null;
      if (this.#welcome === null) this.#look();
      else listener.welcomed();
    }

    /** Say something that is to arrive. */
    say(type, fields, timestamp = Date.now()) {
      const text = this.#queue.put({ type, timestamp, ...fields });
      if (text !== null && this.#welcome !== null) this.#send(text);
    }

    /** Say something to the program as it is now; whether it is there. */
    ask(type, fields) {
      if (this.#welcome === null) return false;
      this.#send(written({ type, timestamp: Date.now(), ...fields }));
      return true;
    }

    #send(text) {
      try {
        this.#channel.send(text);
      } catch {
        this.#lost(this.#channel);
      }
    }

    async #look() {
      if (this.#channel !== null || this.#looking) return;
      this.#looking = true;
      clearTimeout(this.#timer);
      let channel = null;
      for (const way of [this.#bridge.exists ? this.#bridge : null, this.#loopback, this.#given]) {
        if (way === null || channel !== null) continue;
        try {
          channel = await way.open();
        } catch {
          // Forbidden by the page's policy, or not known to this browser.
        }
      }
      this.#looking = false;
      if (channel === null) {
        this.#later();
        for (const listener of this.#listeners) listener.missed();
      } else {
        this.#greet(channel);
      }
    }

    #later() {
      const wait = this.#refused
        ? REFUSED_AGAIN_MS
        : AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length - 1)];
      this.#failures += 1;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look(), wait);
    }

    #greet(channel) {
      this.#channel = channel;
      this.hopeful = true;
      channel.onmessage = (message) => {
        if (channel === this.#channel) this.#received(message);
      };
      channel.onclose = () => this.#lost(channel);
      this.#limit = setTimeout(() => this.#lost(channel), WELCOME_LIMIT_MS);
      this.#send(
        written({
          type: "hello",
          timestamp: Date.now(),
          version: PROTOCOL,
          kind: "javascript",
          client: `callstats.js ${VERSION}`,
          clientId: this.#clientId,
          token: this.#token,
          appId: this.#appId,
        }),
      );
    }

    #lost(channel) {
      if (channel === null || channel !== this.#channel) return;
      clearTimeout(this.#limit);
      this.#channel = null;
      this.#welcome = null;
      this.mayAsk = false;
      try {
        channel.close();
      } catch {
        // It is closed.
      }
      this.#later();
    }

    #received(message) {
      switch (message.type) {
        case "welcome":
          this.#welcomed(message);
          break;
        case "ack":
          this.#queue.acknowledge(message.seq);
          break;
        case "error":
          this.#failed(message);
          break;
        default:
          for (const listener of this.#listeners) listener.received(message);
      }
    }

    #welcomed(message) {
      const first = this.#welcome === null;
      this.#welcome = message;
      this.collectSdp = message.collectSdp === true;
      this.mayAsk = message.verdicts === true;
      this.#queue.acknowledge(message.acknowledged ?? -1);
      if (first) {
        clearTimeout(this.#limit);
        this.#failures = 0;
        this.#refused = false;
        for (const text of [...this.#queue.announcements(), ...this.#queue.texts()]) {
          if (this.#welcome !== null) this.#send(text);
        }
      }
      for (const listener of this.#listeners) listener.welcomed();
    }

    #failed({ code, message, of, seq }) {
      const ofUs = of === undefined || of === null || of === "hello";
      if (ofUs && ["version", "hello", "forbidden"].includes(code)) {
        if (!this.#refused) for (const listener of this.#listeners) listener.refused(message);
        this.#refused = true;
        return;
      }
      if (["field", "json", "size"].includes(code) && Number.isInteger(seq)) this.#queue.drop(seq);
      for (const listener of this.#listeners)
        listener.received({ type: "error", code, message, of });
    }
  }

  let theLink = null;

  // --- a connection that is watched --------------------------------------------------------------

  // As the W3C spells them, and as fake connections do, which stand for one that an SDK hides.
  const STATES = {
    signalingState: ["signalingState", "signallingState", "signalingstate", "signallingstate"],
    iceConnectionState: ["iceConnectionState", "iceconnectionstate"],
    iceGatheringState: ["iceGatheringState", "icegatheringstate"],
    connectionState: ["connectionState", "connectionstate"],
  };
  /** Of a new connection; the program takes them for granted. */
  const AT_FIRST = {
    signalingState: "stable",
    iceConnectionState: "new",
    iceGatheringState: "new",
    connectionState: "new",
  };
  const HEARD = ["icecandidate", "iceconnectionstatechange", "signalingstatechange"];

  function stateOf(pc, name) {
    for (const spelling of STATES[name]) {
      const value = pc[spelling];
      if (typeof value === "string" && value) return value.slice(0, STATE_LIMIT);
    }
    return null;
  }

  // getStats has had three signatures: a promise; success and failure; the same behind a selector.
  // A fake one may have any. It is first called with functions, which one that gives a promise
  // does not mind; one that hands them on to a browser's own is refused there, and asked without.
  function withCallbacks(pc) {
    return new Promise((resolve, reject) => {
      const returned =
        pc.getStats.length > 2 ? pc.getStats(null, resolve, reject) : pc.getStats(resolve, reject);
      if (typeof returned?.then === "function") returned.then(resolve, reject);
    });
  }

  /** The entries of a report: a map of them, a list, an object by id, or the oldest form. */
  function entriesOf(report) {
    if (!isObject(report)) return [];
    let entries = [];
    if (typeof report.result === "function") entries = report.result().map(oldEntry);
    else if (Array.isArray(report)) entries = report;
    else if (typeof report.forEach === "function") report.forEach((entry) => entries.push(entry));
    else entries = Object.values(report);
    return entries
      .filter((entry) => isObject(entry) && !Array.isArray(entry))
      .slice(0, ENTRIES_LIMIT);
  }

  function oldEntry(report) {
    const entry = { id: report.id, type: report.type, timestamp: Number(report.timestamp) };
    for (const name of report.names()) entry[name] = report.stat(name);
    return entry;
  }

  class Fabric {
    ended = false;
    /** The call that it belongs to; null while its identifiers are not known. */
    call = null;
    id = "";
    added = Date.now();
    held = false;

    #attributes;
    #callback;
    #states = { ...AT_FIRST };
    #waiting = [];
    /** Whether its getStats takes functions; null while that is not known. */
    #callbacks;
    #asked = 0;
    #said = Date.now();
    #described = "";
    #listener = () => this.look();

    constructor(pc, remoteUser, attributes, callback) {
      this.pc = pc;
      this.remoteUser = remoteUser;
      this.#attributes = attributes;
      this.#callback = callback;
      const own = typeof RTCPeerConnection === "function" && pc instanceof RTCPeerConnection;
      this.#callbacks = own ? false : null;
    }

    /** Begin, once it is known to which call it belongs, or anew in another one. */
    begin(call) {
      if (this.call) {
        this.added = Date.now();
        this.#states = { ...AT_FIRST };
      }
      this.call = call;
      this.id = call.admit(this);
      const { fabricUsage: usage, remoteEndpointType, direction } = this.#attributes;
      call.say(
        "fabric.add",
        {
          fabricId: this.id,
          remoteUserId: this.remoteUser,
          fabricUsage: usage,
          remoteEndpointType,
          direction,
        },
        this.added,
      );
      for (const [type, fields, at] of this.#waiting) this.say(type, fields, at);
      this.#waiting = [];
    }

    watch() {
      try {
        for (const event of HEARD) this.pc.addEventListener?.(event, this.#listener, false);
      } catch {
        // It is looked at once a second.
      }
      this.look();
    }

    say(type, fields, at = Date.now()) {
      this.#said = Date.now();
      if (this.call) this.call.say(type, { fabricId: this.id, ...fields }, at);
      else if (this.#waiting.length < HELD_LIMIT) this.#waiting.push([type, fields, at]);
    }

    /** Whether its call goes on, as far as it is concerned. */
    get goesOn() {
      const failed = ["iceConnectionState", "connectionState"].some(
        (name) => stateOf(this.pc, name) === "failed",
      );
      return !this.ended && !failed;
    }

    /** Read all states; say those that are others now. */
    look() {
      if (this.ended) return;
      try {
        if (this.call?.isStale && this.goesOn) this.call.renew();
        let changed = false;
        for (const name of Object.keys(STATES)) {
          const state = stateOf(this.pc, name);
          if (state === null || state === this.#states[name]) continue;
          changed = true;
          this.#states[name] = state;
          this.say("ice.state", { changedState: name, newState: state });
          if (name === "iceConnectionState" && state === "disconnected") {
            tell(this.#callback, csError.appConnectivityError, "ICE is disconnected");
          }
        }
        if (changed || this.#described === "") this.#describe();
        const { signalingState, iceConnectionState } = this.#states;
        if (signalingState === "closed" || iceConnectionState === "closed") this.end();
      } catch {
        // A fake one whose states cannot be read now; there will be another look.
      }
    }

    /** A second has passed. */
    tick(now) {
      this.look();
      if (this.ended || this.call === null || !theLink.hopeful) return;
      if (now - this.#said >= ALIVE_MS) this.say("stats", { stats: [] });
      if (this.held) return;
      const { iceConnectionState: ice, connectionState } = this.#states;
      // What has no state of ICE is believed in the other one.
      const path = ice === AT_FIRST.iceConnectionState ? connectionState : ice;
      if (path !== "connected" && path !== "completed") return;
      if (this.#asked && now - this.#asked < STATS_LIMIT_MS) return;
      this.#sample(now);
    }

    /** No longer watched; the connection goes its own way. */
    end() {
      if (this.ended) return;
      this.ended = true;
      for (const event of HEARD) {
        try {
          this.pc.removeEventListener?.(event, this.#listener, false);
        } catch {
          // It hears what it said no more.
        }
      }
      this.call?.dismiss(this);
    }

    async #sample(now) {
      this.#asked = now;
      try {
        const stats = entriesOf(await this.#report());
        if (!this.ended && this.#asked === now && stats.length) this.say("stats", { stats });
      } catch {
        // It is being closed, or a fake one has none now.
      } finally {
        if (this.#asked === now) this.#asked = 0;
      }
    }

    async #report() {
      if (this.#callbacks === false) return this.pc.getStats();
      try {
        const report = await withCallbacks(this.pc);
        this.#callbacks = true;
        return report;
      } catch (error) {
        if (this.#callbacks === true) throw error;
      }
      const report = await this.pc.getStats();
      if (isObject(report)) this.#callbacks = false;
      return report;
    }

    #describe() {
      if (!theLink.collectSdp) return;
      const localSdp = cut(this.pc.localDescription?.sdp, SDP_LIMIT);
      const remoteSdp = cut(this.pc.remoteDescription?.sdp, SDP_LIMIT);
      const described = `${localSdp}\n${remoteSdp}`;
      if (described === this.#described || !(localSdp || remoteSdp)) return;
      this.#described = described;
      this.say("sdp", { localSdp, remoteSdp });
    }
  }

  function isGoingOn(fabric) {
    try {
      return fabric.goesOn;
    } catch {
      return false; // A fake one whose states cannot be read now.
    }
  }

  // --- a call: one conference of one local user --------------------------------------------------

  class Call {
    id = random();
    over = false;

    #fabrics = new Set();
    #count = 0;
    #emptySince = Date.now();
    #heard = Date.now();

    constructor(session, conferenceId) {
      this.session = session;
      this.conferenceId = conferenceId;
      this.say("conference.join", { conferenceId, ...session.introduction() }, this.#emptySince);
    }

    get fabrics() {
      return [...this.#fabrics];
    }

    say(type, fields, at) {
      theLink.say(type, { callId: this.id, ...fields }, at);
    }

    admit(fabric) {
      this.#fabrics.add(fabric);
      this.#count += 1;
      this.#heard = Date.now();
      return `fabric-${this.#count}`;
    }

    dismiss(fabric) {
      this.#fabrics.delete(fabric);
      if (this.#fabrics.size === 0) this.#emptySince = Date.now();
    }

    /** Whether the program has given it up, so that what is said now belongs to another one. */
    get isStale() {
      return !this.over && Date.now() - this.#heard > SILENCE_MS;
    }

    /** The conference goes on after all: another call, of the same connections. */
    renew() {
      const { fabrics, session } = this;
      this.#fabrics.clear();
      this.leave();
      session.rejoin(this.conferenceId, fabrics);
    }

    tick(now) {
      for (const fabric of this.fabrics) fabric.tick(now);
      if (this.fabrics.some(isGoingOn)) this.#heard = now;
      const limit = this.#count ? CLOSED_LIMIT_MS : EMPTY_LIMIT_MS;
      if (this.#fabrics.size === 0 && now - this.#emptySince > limit) this.leave();
    }

    leave() {
      if (this.over) return;
      this.over = true;
      for (const fabric of this.fabrics) fabric.end();
      this.say("conference.leave", {});
      this.session.left(this);
    }
  }

  // --- one callstats object ----------------------------------------------------------------------

  const sessions = new Set();
  let ticking = 0;

  function tick() {
    const now = Date.now();
    let busy = false;
    for (const session of sessions) busy = session.tick(now) || busy;
    if (!busy) {
      clearInterval(ticking);
      ticking = 0;
    }
  }

  function keepTicking() {
    if (!ticking) ticking = setInterval(tick, INTERVAL_MS);
  }

  class Session {
    #appId = "";
    #user = null;
    #config = {};
    #initCallback = null;
    /** What is still to be told to it: a status and its text; null once it was. */
    #outcome = null;
    #initTimer = 0;
    #statsCallback = null;
    #handlers = new Map();
    /** Conferences that go on, by their IDs. */
    #calls = new Map();
    /** The calls of those that are over, by the same. */
    #ended = new Map();
    /** Connections that are watched. */
    #fabrics = new Map();
    /** Connections that are watched, and wait for setIdentifiers(). */
    #held = new Set();
    #identifiers = new WeakMap();
    #wifi = null;
    #wifiAsked = 0;
    #precall = null;
    #precallOnce = 0;
    #precallUrls = [];
    #precallBegan = false;
    #results;

    // ----- what the application calls

    initialize(appID, secret, localUserID, csInitCallback, csStatsCallback, configParams) {
      this.#initCallback = typeof csInitCallback === "function" ? csInitCallback : null;
      try {
        check(typeof appID === "string" && appID, "argument missing: AppID");
        check(
          typeof secret === "function" || (typeof secret === "string" && secret),
          "argument missing: AppSecret or tokenGenerator",
        );
        check(localUserID !== "", "argument missing: localUserID");
        this.#user = user(localUserID, "localUserID");
      } catch (refusal) {
        if (refusal instanceof Refusal) {
          tell(this.#initCallback, csError.csProtoError, `initialize: ${refusal.message}`);
        }
        throw refusal;
      }
      this.#appId = appID;
      this.#config = isObject(configParams) ? configParams : {};
      if (typeof csStatsCallback === "function") this.#statsCallback = csStatsCallback;
      sessions.add(this);
      this.#outcome = [csError.success, "initialize: success"];
      clearTimeout(this.#initTimer);
      this.#initTimer = setTimeout(() => this.#initialized(), INIT_LIMIT_MS);
      theLink ??= new Link();
      theLink.join(this, appID, ways(this.#config.callNotifier));
      if (typeof secret === "function") this.#generateToken(secret);
    }

    addNewFabric(pc, remoteUserID, usage, conferenceID, fabricAttributes, pcCallback) {
      let attributes = fabricAttributes;
      let callback = pcCallback;
      if (typeof attributes === "function") [attributes, callback] = [null, attributes];
      try {
        this.#add(pc, remoteUserID, usage, conferenceID, attributes, callback);
      } catch (refusal) {
        if (refusal instanceof Refusal) {
          tell(callback, csError.csProtoError, `addNewFabric: ${refusal.message}`);
        }
        throw refusal;
      }
      tell(callback, csError.success, "addNewFabric: success");
    }

    setIdentifiers(identifiers, pc) {
      check(this.#user, NOT_INITIALIZED);
      check(isObject(identifiers), "argument missing: identifiers");
      check(isObject(pc), NO_CONNECTION);
      const known = { ...this.#identifiers.get(pc) };
      if (identifiers.conferenceID) {
        known.conferenceID = identifier(identifiers.conferenceID, "conferenceID", CONFERENCE_LIMIT);
      }
      if (identifiers.remoteUserID) {
        known.remoteUser = user(identifiers.remoteUserID, "remoteUserID").id;
      }
      this.#identifiers.set(pc, known);
      const fabric = this.#fabrics.get(pc);
      if (!fabric || !this.#held.has(fabric)) return;
      fabric.remoteUser ||= known.remoteUser ?? "";
      if (!known.conferenceID || !fabric.remoteUser) return;
      this.#held.delete(fabric);
      fabric.begin(this.#joined(known.conferenceID));
    }

    reportError(pc, conferenceID, functionName, domError, localSDP, remoteSDP) {
      check(this.#user, NOT_INITIALIZED);
      check(
        functionName !== undefined && functionName !== null,
        "argument missing: webRTC functionName",
      );
      check(has(webRTCFunctions, functionName), "invalid webRTC functionName");
      const conference = identifier(conferenceID, "conferenceID", CONFERENCE_LIMIT);
      const { applicationLog, applicationError } = webRTCFunctions;
      const isLog = functionName === applicationLog || functionName === applicationError;
      const fabric = this.#fabrics.get(pc);
      check(pc === null || pc === undefined || isObject(pc), NO_CONNECTION);
      check(!isObject(pc) || fabric, NO_FABRIC);
      const call =
        fabric?.call ?? this.#calls.get(conference) ?? (isLog ? null : this.#joined(conference));
      check(call, NO_CONFERENCE);
      const error = described(domError);
      if (isLog) {
        call.say("log", {
          level: functionName === applicationLog ? "info" : "error",
          message: error.message ?? "",
          messageType: error.kind,
        });
        return;
      }
      call.say("fabric.error", {
        function: functionName,
        fabricId: fabric?.id || undefined,
        name: error.name,
        message: error.message,
        stack: error.stack,
        localSdp: theLink.collectSdp ? sdpText(localSDP) : undefined,
        remoteSdp: theLink.collectSdp ? sdpText(remoteSDP) : undefined,
      });
    }

    sendFabricEvent(pc, event, conferenceID, eventData) {
      check(this.#user, NOT_INITIALIZED);
      check(event !== undefined && event !== null, "argument missing: fabricEvent");
      check(has(fabricEvent, event), "unsupported fabricEvent");
      check(event !== fabricEvent.fabricSetupFailed, "unsupported fabricEvent, use reportError()");
      const fabric = this.#fabricOf(pc, conferenceID);
      // Since 2.1.0 it is found out and not told.
      if (event === fabricEvent.fabricSetup) return;
      if (event === fabricEvent.activeDeviceList) {
        check(Array.isArray(eventData?.deviceList), "argument missing: eventData.deviceList");
        fabric.say("devices", { devices: devices(eventData.deviceList), inUse: true });
        return;
      }
      const data = eventData === null ? undefined : plain(eventData);
      const good =
        eventData === undefined || eventData === null || (isObject(data) && !Array.isArray(data));
      check(good, "argument invalid: eventData is no object that JSON can hold");
      check(!data || written(data).length <= DATA_LIMIT, "argument invalid: eventData is too long");
      fabric.say("fabric.event", { event, data });
      if (event === fabricEvent.fabricHold) fabric.held = true;
      if (event === fabricEvent.fabricResume) fabric.held = false;
      if (event !== fabricEvent.fabricTerminated) return;
      const { call } = fabric;
      fabric.end();
      this.#forget(fabric);
      if (call && call.fabrics.length === 0) call.leave();
    }

    associateMstWithUserID(pc, userID, conferenceID, ssrc, usageLabel, associatedVideoTag) {
      check(this.#user, NOT_INITIALIZED);
      const of = user(userID, "userID").id;
      check(ssrc !== undefined && ssrc !== null && ssrc !== "", "argument missing: SSRC");
      check(/^[0-9]{1,20}$/.test(String(ssrc)), "argument invalid: SSRC is to be a number");
      const label = identifier(usageLabel, "usageLabel", LABEL_LIMIT);
      check(label, "argument missing: usageLabel");
      const fabric = this.#fabricOf(pc, conferenceID);
      fabric.say("ssrc.map", {
        ssrc: String(ssrc),
        userId: of,
        usageLabel: label,
        associatedVideoTag: cut(associatedVideoTag, NAME_LIMIT),
      });
    }

    sendUserFeedback(conferenceID, feedback, pcCallback) {
      try {
        this.#feedback(conferenceID, feedback);
      } catch (refusal) {
        if (refusal instanceof Refusal) {
          tell(pcCallback, "failure", `sendUserFeedback: ${refusal.message}`);
        }
        throw refusal;
      }
      tell(pcCallback, "success", "sendUserFeedback: success");
    }

    sendCallDetails(pc, conferenceID, details) {
      check(this.#user, NOT_INITIALIZED);
      check(isObject(details), "argument missing: callDetails");
      const { callType: type = callType.unknown, role } = details;
      check(has(callType, type), "argument invalid: callType");
      check(role === undefined || role === null || has(roles, role), "argument invalid: role");
      this.#fabricOf(pc, conferenceID).say("call.details", {
        callType: type,
        role: role ?? undefined,
      });
    }

    sendCustomEvent(pc, conferenceID, eventList) {
      check(Array.isArray(eventList) && eventList.length, "argument missing: eventList");
      this.#custom(pc, conferenceID, { customEvent: eventList });
    }

    sendCustomStats(pc, conferenceID, stats) {
      check(isObject(stats), "argument missing: stats");
      this.#custom(pc, conferenceID, { customStats: stats });
    }

    reportUserIDChange(pc, conferenceID, newUserID, idType) {
      check(has(userIDType, idType), "argument invalid: userIDType");
      const { id } = user(newUserID, "newUserID");
      check(id, "argument missing: newUserID");
      this.#custom(pc, conferenceID, { userIDChange: { userID: id, userIDType: idType } });
    }

    on(event, handler) {
      check(event !== undefined && event !== null, "argument missing: eventName");
      check(EVENTS.includes(event), "argument invalid: unknown event name");
      check(typeof handler === "function", "argument invalid: the handler is no function");
      this.#handlers.set(event, handler);
    }

    startPrecallTests(iceServers, interval) {
      check(this.#user, NOT_INITIALIZED);
      check(Array.isArray(iceServers) && iceServers.length, "argument missing: iceServers");
      const urls = turnUrls(iceServers);
      check(urls.length, "argument invalid: iceServers names no TURN server");
      const { usual, least, most } = PRECALL_INTERVAL_S;
      const seconds = Number.isFinite(interval) ? interval : usual;
      this.#precall = { urls, intervalS: Math.min(Math.max(seconds, least), most) };
      if (theLink.isOpen) this.#askForTests();
    }

    stopPrecallTests() {
      check(this.#user, NOT_INITIALIZED);
      this.#precall = null;
      clearTimeout(this.#precallOnce);
      this.#precallOnce = 0;
      theLink.ask("precall.stop", {});
    }

    makePrecallTest(iceServers) {
      check(this.#user, NOT_INITIALIZED);
      const urls = Array.isArray(iceServers) ? turnUrls(iceServers) : [];
      this.#testOnce(urls);
    }

    getSctResults() {
      this.#results ??= storedResults(this.#appId);
      return plain(this.#results) ?? [];
    }

    getTurnCredentials() {
      const message =
        "getTurnCredentials: API access error, there is no TURN service behind this library; " +
        "the application brings its own servers";
      const refused = Promise.reject(answer("failure", message));
      refused.catch(() => {}); // Who does not ask is not told in the console either.
      return Object.assign(refused, answer("failure", message));
    }

    attachWifiStatsHandler(handler) {
      check(typeof handler === "function", "argument invalid: the handler is no function");
      this.#wifi = handler;
    }

    resetWifiStatsHandler() {
      this.#wifi = null;
    }

    setProxyConfig(config) {
      check(isObject(config), "argument missing: proxyConfig");
      return answer("success", "setProxyConfig: success, but nothing is sent to any server");
    }

    // ----- what the link tells

    missed() {
      this.#initialized();
    }

    welcomed() {
      this.#initialized();
      for (const fabric of this.#fabrics.values()) fabric.look();
      this.#beginPrecall();
      if (this.#precall !== null) this.#askForTests();
      if (this.#precallOnce) this.#askOnce();
    }

    refused(message) {
      this.#outcome = [csError.authError, `initialize: ${message}`];
      this.#initialized();
      this.#noTest();
    }

    received(message) {
      switch (message.type) {
        case "stats.callback":
          if (!this.#owns(message.callId) || !isObject(message.stats)) break;
          tell(this.#statsCallback, message.stats);
          tell(this.#handlers.get("stats"), message.stats);
          break;
        case "media.disruption":
          if (!this.#owns(message.callId)) break;
          tell(this.#handlers.get("mediaDisruption"), {
            type: message.kind,
            payload: message.payload,
          });
          break;
        case "verdict":
          this.#verdict(message.verdict);
          break;
        case "precall.result":
          this.#tested(message.status, message.results ?? null);
          break;
        case "connection.recommendation":
          if (!isObject(message.recommendation)) break;
          tell(this.#handlers.get("connectionRecommendation"), message.recommendation);
          break;
        case "error":
          if (message.code === "precall" || message.of === "precall.start") {
            this.#tested("failure", null);
          } else if (["field", "json", "size"].includes(message.code)) {
            tell(this.#initCallback, csError.csProtoError, `${message.of}: ${message.message}`);
          }
          break;
        default:
      }
    }

    // ----- within

    /** Of conference.join. */
    introduction() {
      const { applicationVersion, siteID, additionalIDs } = this.#config;
      const given = isObject(additionalIDs) ? additionalIDs : {};
      const ids = ADDITIONAL_IDS.filter((name) => typeof given[name] === "string");
      return {
        userId: this.#user.id,
        userName: this.#user.name,
        application: place(given.productName),
        applicationVersion: cut(applicationVersion, APP_VERSION_LIMIT),
        siteId: cut(siteID, ID_LIMIT),
        additionalIds: ids.length
          ? Object.fromEntries(ids.map((name) => [name, cut(given[name], ID_LIMIT)]))
          : undefined,
      };
    }

    /** Whether there will be anything to look at in a second. */
    tick(now) {
      for (const fabric of this.#held) fabric.tick(now);
      for (const call of this.#calls.values()) call.tick(now);
      for (const fabric of this.#held) if (fabric.ended) this.#forget(fabric);
      if (this.#wifi && this.#calls.size && now - this.#wifiAsked >= WIFI_INTERVAL_MS) {
        this.#wifiAsked = now;
        this.#askWifi();
      }
      return this.#calls.size > 0 || this.#held.size > 0;
    }

    left(call) {
      this.#calls.delete(call.conferenceId);
      this.#ended.delete(call.conferenceId);
      this.#ended.set(call.conferenceId, call);
      while (this.#ended.size > ENDED_KEPT) this.#ended.delete(this.#ended.keys().next().value);
      // Till here the application may still have said that one is terminated.
      for (const fabric of this.#fabrics.values()) {
        if (fabric.call === call && fabric.ended) this.#forget(fabric);
      }
    }

    rejoin(conferenceId, fabrics) {
      const call = this.#joined(conferenceId);
      for (const fabric of fabrics) fabric.begin(call);
    }

    /** The page goes away. */
    unload() {
      if (this.#config.disableBeforeUnloadHandler === true) return;
      for (const call of [...this.#calls.values()]) call.leave();
    }

    devicesChanged() {
      for (const call of this.#calls.values()) connectedDevices(call);
    }

    /** csInitCallback waits for the program, but not for long: nothing depends on it. */
    #initialized() {
      clearTimeout(this.#initTimer);
      if (this.#outcome === null) return;
      tell(this.#initCallback, ...this.#outcome);
      this.#outcome = null;
    }

    /** A token opens nothing here, so what it is matters to nobody; but some wait to be asked. */
    #generateToken(generator) {
      const generated = (error) => {
        if (error === undefined || error === null || error === "") return;
        this.#outcome = [csError.tokenGenerationError, `initialize: ${said(error)}`];
        this.#initialized();
      };
      try {
        generator(false, generated);
      } catch (error) {
        generated(error ?? "the tokenGenerator failed");
      }
    }

    #add(pc, remoteUserID, usage, conferenceID, attributes, callback) {
      check(this.#user, NOT_INITIALIZED);
      check(pc !== undefined && pc !== null, "argument missing: pcObject");
      check(isObject(pc) && typeof pc.getStats === "function", NO_CONNECTION);
      const known = this.#identifiers.get(pc) ?? {};
      const remoteUser = user(remoteUserID, "remoteUserID").id || known.remoteUser || "";
      check(usage !== undefined && usage !== null, "argument missing: fabricUsage");
      check(has(fabricUsage, usage), "invalid fabricUsage value");
      const conference =
        identifier(conferenceID, "conferenceID", CONFERENCE_LIMIT) || known.conferenceID || "";
      const remoteEndpointType = attributes?.remoteEndpointType ?? endpointType.peer;
      check(has(endpointType, remoteEndpointType), "argument invalid: remoteEndpointType");
      const direction = attributes?.fabricTransmissionDirection ?? transmissionDirection.sendrecv;
      check(has(transmissionDirection, direction), "argument invalid: fabricTransmissionDirection");

      const before = this.#fabrics.get(pc);
      if (before && !before.ended) {
        if (!conference || before.call === null || before.call.conferenceId === conference) return;
        // It was moved to another conference.
        const { call } = before;
        before.say("fabric.event", { event: fabricEvent.fabricTerminated });
        before.end();
        if (call.fabrics.length === 0) call.leave();
      }
      const shape = { fabricUsage: usage, remoteEndpointType, direction };
      const fabric = new Fabric(pc, remoteUser, shape, callback);
      this.#fabrics.set(pc, fabric);
      claim(pc);
      // Without an ID it is known later to which conference it belongs: setIdentifiers().
      if (conference) fabric.begin(this.#joined(conference));
      else this.#held.add(fabric);
      keepTicking();
      fabric.watch();
    }

    #forget(fabric) {
      this.#held.delete(fabric);
      if (this.#fabrics.get(fabric.pc) === fabric) this.#fabrics.delete(fabric.pc);
    }

    /** The call of a conference, which begins where there is none. */
    #joined(conferenceId) {
      let call = this.#calls.get(conferenceId);
      if (!call) {
        call = new Call(this, conferenceId);
        this.#calls.set(conferenceId, call);
        keepTicking();
        connectedDevices(call);
      }
      return call;
    }

    #fabricOf(pc, conferenceID) {
      const conference = identifier(conferenceID, "conferenceID", CONFERENCE_LIMIT);
      check(this.#fabrics.size, NO_FABRIC);
      check(pc !== undefined && pc !== null, "argument missing: pcObject");
      check(isObject(pc), NO_CONNECTION);
      const fabric = this.#fabrics.get(pc);
      check(fabric, NO_FABRIC);
      check(!fabric.call || fabric.call.conferenceId === conference, NO_CONFERENCE);
      return fabric;
    }

    #owns(callId) {
      for (const call of this.#calls.values()) if (call.id === callId) return true;
      return false;
    }

    #feedback(conferenceID, feedback) {
      check(this.#user, NOT_INITIALIZED);
      const conference = identifier(conferenceID, "conferenceID", CONFERENCE_LIMIT);
      check(isObject(feedback), "argument missing: feedback");
      const by = user(feedback.userID, "feedback.userID").id;
      const { overall, audio, video, screen, comment } = feedback;
      check(overall !== undefined && overall !== null, "argument missing: feedback.overall");
      for (const [name, rating] of Object.entries({ overall, audio, video, screen })) {
        const good = Number.isInteger(rating) && rating >= 1 && rating <= 5;
        check(
          good || rating === undefined || rating === null,
          `argument invalid: feedback.${name} is to be a whole number from 1 to 5`,
        );
      }
      const call = this.#calls.get(conference) ?? this.#ended.get(conference);
      check(call, NO_CONFERENCE);
      call.say("feedback", {
        userId: by,
        overall,
        audio: audio ?? undefined,
        video: video ?? undefined,
        screen: screen ?? undefined,
        comment: cut(comment, LOG_LIMIT),
      });
    }

    /** What the program has no words of its own for becomes a line of the call's log. */
    #custom(pc, conferenceID, data) {
      check(this.#user, NOT_INITIALIZED);
      const conference = identifier(conferenceID, "conferenceID", CONFERENCE_LIMIT);
      check(pc === undefined || pc === null || isObject(pc), NO_CONNECTION);
      const call = this.#calls.get(conference) ?? this.#fabrics.get(pc)?.call;
      check(call, NO_CONFERENCE);
      let message;
      try {
        message = JSON.stringify(data);
      } catch {
        throw new Refusal("argument invalid: it cannot be written as JSON");
      }
      call.say("log", { message: shortened(message), messageType: "json" });
    }

    async #askWifi() {
      try {
        const said = await this.#wifi();
        const { signal, rssi, noise, interface: name } = isObject(said) ? said : JSON.parse(said);
        if (!Number.isFinite(signal) || !Number.isFinite(rssi)) return;
        for (const call of this.#calls.values()) {
          call.say("wifi.stats", {
            signal,
            rssi,
            noise: Number.isFinite(noise) ? noise : undefined,
            interface: cut(name, NAME_LIMIT),
          });
        }
      } catch {
        // It could not say this time.
      }
    }

    // Tests of the servers. Only those of the program's settings are tested, and only for
    // applications that the settings name.

    #askForTests() {
      if (!theLink.mayAsk || !theLink.ask("precall.start", this.#precall)) {
        this.#precall = null;
        this.#tested("failure", null);
      }
    }

    #testOnce(urls) {
      clearTimeout(this.#precallOnce);
      this.#precallUrls = urls;
      this.#precallOnce = setTimeout(() => this.#noTest(), PRECALL_LIMIT_MS);
      if (theLink.isOpen) this.#askOnce();
    }

    #askOnce() {
      clearTimeout(this.#precallOnce);
      this.#precallOnce = 0;
      if (!theLink.mayAsk || !theLink.ask("precall.start", { urls: this.#precallUrls })) {
        this.#tested("failure", null);
      }
    }

    #noTest() {
      if (!this.#precallOnce) return;
      clearTimeout(this.#precallOnce);
      this.#precallOnce = 0;
      this.#tested("failure", null);
    }

    /** The one that runs by itself after initialize(), where somebody waits for its results. */
    #beginPrecall() {
      if (this.#precallBegan || this.#config.disablePrecalltest === true) return;
      this.#precallBegan = true;
      const results = ["preCallTestResults", "preCallTest", "connectionRecommendation"];
      if (!theLink.mayAsk || !results.some((name) => this.#handlers.has(name))) return;
      if (this.#precall === null && !this.#precallOnce) theLink.ask("precall.start", { urls: [] });
    }

    #tested(status, results) {
      tell(this.#handlers.get("preCallTestResults"), status, results);
      if (!isObject(results)) return;
      tell(this.#handlers.get("preCallTest"), { ...results, status });
      const stored = { ...results, appID: this.#appId, resultID: `${Date.now()}-${random()}` };
      this.#store([...this.getSctResults(), stored]);
    }

    #verdict(verdict) {
      if (!isObject(verdict)) return;
      tell(this.#handlers.get("pctConnectionQualityChange"), verdict);
      const { summary, summaryCode, status, statusCode, connectivity, connectivityCode } = verdict;
      const about = { summary, summaryCode, status, statusCode, connectivity, connectivityCode };
      const said = { ...about, localIP: verdict.localIp };
      // It comes after the last server of a run: it is about all since the one before.
      const results = this.getSctResults();
      if (!results.some((result) => result.summaryCode === undefined)) return;
      this.#store(
        results.map((result) =>
          result.summaryCode === undefined ? { ...result, ...said } : result,
        ),
      );
    }

    #store(results) {
      this.#results = results.slice(-RESULTS_KEPT);
      storeResults(this.#appId, this.#results);
    }
  }

  // --- reading what the application gave ---------------------------------------------------------

  /** What people read as the place of the call. */
  function place(product) {
    const named = typeof product === "string" ? product : undefined;
    return cut(globalThis.location?.host || named || globalThis.document?.title || undefined, 300);
  }

  function claim(pc) {
    if (typeof document !== "object" || typeof CustomEvent !== "function") return;
    // The extension watches connections by itself; this one is ours.
    document.dispatchEvent(new CustomEvent("call-notifier:claim", { detail: pc }));
  }

  function devices(list) {
    return list
      .filter(isObject)
      .slice(0, 200)
      .map((device) => ({
        deviceId: cut(String(device.deviceId ?? ""), NAME_LIMIT),
        kind: cut(String(device.kind ?? ""), STATE_LIMIT),
        label: cut(String(device.label ?? ""), NAME_LIMIT),
        groupId: cut(String(device.groupId ?? ""), NAME_LIMIT),
      }));
  }

  async function connectedDevices(call) {
    try {
      const found = await navigator.mediaDevices.enumerateDevices();
      if (found.length && !call.over)
        call.say("devices", { devices: devices(found), inUse: false });
    } catch {
      // No secure context, or not allowed.
    }
  }

  const sdpText = (value) => cut(isObject(value) ? value.sdp : value, SDP_LIMIT);

  function said(error) {
    if (typeof error === "string") return error;
    return isObject(error) && typeof error.message === "string" ? error.message : "unknown error";
  }

  function shortened(text) {
    if (text.length <= LOG_LIMIT) return text;
    console.warn(`callstats: a log of ${text.length} characters was cut to ${LOG_LIMIT}`);
    return text.slice(0, LOG_LIMIT);
  }

  /** An error as an application reports it: an Error, {message, error, stack}, text, or nothing. */
  function described(error) {
    if (error === undefined || error === null) return { kind: "text" };
    if (!isObject(error)) return { kind: "text", message: shortened(String(error)) };
    const inner = isObject(error.error) ? error.error : {};
    const message = [error.message, inner.message, error.error].find(
      (text) => typeof text === "string",
    );
    const isError = error instanceof Error || typeof error.stack === "string";
    const isDom = isError || (typeof DOMException === "function" && error instanceof DOMException);
    return {
      kind: isDom ? "domError" : "json",
      name: cut(error.name ?? inner.name, NAME_LIMIT),
      message: shortened(message ?? written(plain(error) ?? {})),
      stack: cut(error.stack ?? inner.stack, LOG_LIMIT),
    };
  }

  /** The TURN servers of RTCIceServers; names and passwords stay where they are. */
  function turnUrls(iceServers) {
    return iceServers
      .filter(isObject)
      .flatMap((server) => server.urls ?? server.url ?? [])
      .filter((url) => typeof url === "string" && /^turns?:/i.test(url))
      .filter((url) => url.length <= PRECALL_URLS.length)
      .slice(0, PRECALL_URLS.count);
  }

  function storedResults(appId) {
    try {
      const found = parsed(localStorage.getItem(RESULTS_KEY) ?? "")?.[appId];
      return Array.isArray(found) ? found.filter(isObject).slice(-RESULTS_KEPT) : [];
    } catch {
      return [];
    }
  }

  function storeResults(appId, results) {
    try {
      const all = parsed(localStorage.getItem(RESULTS_KEY) ?? "") ?? {};
      localStorage.setItem(RESULTS_KEY, JSON.stringify({ ...all, [appId]: results }));
    } catch {
      // Forbidden here, or full: they last as long as the page.
    }
  }

  /** Where the program is, as the page says: in initialize(), in a global, on the script's tag. */
  const script = globalThis.document?.currentScript;
  const OF_TAG = script ? { port: script.dataset.port, token: script.dataset.token } : {};

  function ways(given) {
    if (isObject(given)) return given;
    return isObject(globalThis.callNotifierConfig) ? globalThis.callNotifierConfig : OF_TAG;
  }

  if (typeof addEventListener === "function") {
    addEventListener("pagehide", () => {
      for (const session of sessions) session.unload();
    });
  }
  try {
    navigator.mediaDevices.addEventListener("devicechange", () => {
      for (const session of sessions) session.devicesChanged();
    });
  } catch {
    // No secure context.
  }

  // --- the object that applications know ---------------------------------------------------------

  const METHODS = list(`
    initialize addNewFabric reportError sendFabricEvent associateMstWithUserID sendUserFeedback
    on startPrecallTests stopPrecallTests makePrecallTest getSctResults attachWifiStatsHandler
    resetWifiStatsHandler sendCallDetails setIdentifiers sendCustomEvent sendCustomStats
    setProxyConfig reportUserIDChange getTurnCredentials
  `);

  function guarded(session, name) {
    return (...given) => {
      try {
        return session[name](...given) ?? answer("success", `${name}: success`);
      } catch (error) {
        if (error instanceof Refusal) return answer("failure", `${name}: ${error.message}`);
        console.warn(`callstats: ${name} failed:`, error);
        return answer("failure", `${name}: internal error`);
      }
    };
  }

  /** The arguments (jQuery or null, socket.io, jsSHA) are those of old versions; none is used. */
  function callstats() {
    const api = new.target ? this : Object.create(callstats.prototype);
    const session = new Session();
    for (const name of METHODS) api[name] = guarded(session, name);
    return api;
  }
  Object.assign(callstats.prototype, ENUMERATIONS, { version: VERSION });
  Object.assign(callstats, ENUMERATIONS, { version: VERSION });

  // Some take what a module loader gives them for an object that has been made.
  let theOne = null;
  for (const name of METHODS) {
    callstats[name] = (...given) => (theOne ??= callstats())[name](...given);
  }

  Object.defineProperty(globalThis, LOADED, { value: callstats });
  provide(callstats);

  function provide(made) {
    globalThis.callstats = made;
    if (typeof define === "function" && define.amd) define("callstats", [], () => made);
    if (typeof module === "object" && module !== null && module.exports) module.exports = made;
  }
})();
