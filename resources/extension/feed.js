// The way to the program: one native port, who we are, and what is kept until it is acknowledged.

const api = globalThis.browser ?? globalThis.chrome;

/** The native messaging host that `call-notifier browsers install` registers. */
export const HOST = "org.call_notifier.feed";

const VERSION = 1;

/** Seconds before the host is started again, where it ended or is not registered. */
const AGAIN = [5, 30, 60, 300];
/** What waits for an acknowledgement: messages, and characters of them. */
const MESSAGES = 2000;
const CHARACTERS = 8000000;
/** Characters of one message: the feed takes no longer one. */
const MESSAGE = 990000;
/** `seq` is set aside in blocks, so that it grows also when this worker is started anew. */
const BLOCK = 1000;

/**
 * The connection to the program. `told` gets its messages, `changed` is called when it is there,
 * gone, or wants other sites; `welcomed` after each hello, before what has waited is sent.
 */
export class Feed {
  /** The last welcome; null while the program is not there. */
  welcome = null;
  /** Why there is no connection, for people; null where nothing is wrong. */
  trouble = null;

  #port = null;
  #wanted = false;
  #failures = 0;
  #timer = 0;
  #queue = [];
  #characters = 0;
  #identity = null;
  #clientId = "";
  #seq = 0;
  #reserved = 0;
  #said = false;

  constructor({ welcomed, changed, told }) {
    this.welcomed = welcomed;
    this.changed = changed;
    this.told = told;
  }

  /**
   * Be connected from now on; costs nothing where we are.
   * @param atOnce a person asks, and has perhaps just made good what was wrong
   */
  open(atOnce = false) {
    this.#wanted = true;
    if (atOnce && this.#timer !== 0) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#failures = 0;
    }
    if (this.#port === null && this.#timer === 0) this.#start();
  }

  /** Let go of the program. */
  close() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#port?.disconnect();
    this.#port = null;
    this.#lost(null);
  }

  /**
   * Send something that is to arrive; it is sent again until it has.
   * @param size about how many characters it has
   */
  say(message, size = 200) {
    if (size > MESSAGE) return;
    const kept = { ...message, seq: this.#seq++ };
    if (this.#seq >= this.#reserved) this.#reserve();
    this.#queue.push({ kept, size });
    this.#characters += size;
    while (this.#queue.length > MESSAGES || this.#characters > CHARACTERS) this.#drop();
    if (this.welcome !== null) this.#post(kept);
  }

  /** Send something once, if the program is there. */
  tell(message) {
    if (this.welcome !== null) this.#post(message);
  }

  #drop() {
    const oldest = this.#queue.findIndex(({ kept }) => kept.type === "stats");
    const [{ size }] = this.#queue.splice(Math.max(oldest, 0), 1);
    this.#characters -= size;
  }

  async #start() {
    this.#timer = 0;
    this.#identity ??= this.#identify();
    await this.#identity;
    if (!this.#wanted || this.#port !== null) return;
    const port = api.runtime.connectNative(HOST);
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (this.#port === port) this.#received(message);
    });
    port.onDisconnect.addListener(() => {
      const error = port.error ?? api.runtime.lastError;
      if (this.#port === port) this.#ended(error?.message ?? "The program's host ended.");
    });
  }

  async #identify() {
    const { feed } = await api.storage.session.get("feed");
    this.#clientId = feed?.clientId ?? `extension-${crypto.randomUUID()}`;
    this.#seq += feed?.reserved ?? 0;
    for (const { kept } of this.#queue) kept.seq += feed?.reserved ?? 0;
    this.#reserve();
  }

  #reserve() {
    if (!this.#clientId) return;
    this.#reserved = this.#seq + BLOCK;
    api.storage.session.set({ feed: { clientId: this.#clientId, reserved: this.#reserved } });
  }

  #post(message) {
    try {
      this.#port?.postMessage(message);
    } catch {
      // It has just ended: onDisconnect comes.
    }
  }

  #ended(reason) {
    this.#port = null;
    this.#lost(reason);
    if (!this.#said) {
      this.#said = true;
      console.info(`Call Notifier's program cannot be reached: ${reason}`);
    }
    const wait = AGAIN[Math.min(this.#failures++, AGAIN.length - 1)];
    if (this.#wanted) this.#timer = setTimeout(() => this.#start(), wait * 1000);
  }

  #lost(reason) {
    this.trouble = reason;
    this.welcome = null;
    this.changed();
  }

  #received(message) {
    switch (message.type) {
      case "host":
        if (message.connected) this.#hello();
        else this.#lost(null);
        break;
      case "welcome":
        this.#welcomed(message);
        break;
      case "ack":
        this.#acknowledged(message.seq);
        break;
      case "error":
        if (message.code === "version") this.#lost(message.message);
        this.told(message);
        break;
      default:
        break;
    }
  }

  #hello() {
    const { name, version } = api.runtime.getManifest();
    this.#post({
      type: "hello",
      version: VERSION,
      kind: "extension",
      client: `${name} extension ${version}`,
      clientId: this.#clientId,
      timestamp: Date.now(),
    });
  }

  #welcomed(message) {
    const first = this.welcome === null;
    this.#failures = 0;
    this.trouble = null;
    this.welcome = message;
    if (!first) {
      this.changed();
      return;
    }
    // Where this worker is younger than the program's memory of it.
    if (message.acknowledged >= this.#seq) {
      this.#seq = message.acknowledged + 1;
      this.#reserve();
    }
    this.#acknowledged(message.acknowledged ?? -1);
    this.welcomed();
    for (const { kept } of this.#queue) this.#post(kept);
    this.changed();
  }

  #acknowledged(seq) {
    const left = this.#queue.filter(({ kept }) => kept.seq > seq);
    this.#queue = left;
    this.#characters = left.reduce((sum, { size }) => sum + size, 0);
  }
}
