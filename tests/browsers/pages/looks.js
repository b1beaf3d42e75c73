// All that a page can see of RTCPeerConnection, as one text: with the extension and without, the
// same. What follows from being a Proxy is in `traces` (docs/browsers.md says why it stays).
"use strict";

const errors = [];
addEventListener("error", (event) => errors.push(String(event.message)));

const lines = [];
const note = (what, value) => lines.push(`${what}: ${String(value)}`);

function slot(holder, name) {
  const found = Object.getOwnPropertyDescriptor(holder, name);
  if (!found) return "none";
  const { writable, enumerable, configurable, value, get } = found;
  return [writable, enumerable, configurable, typeof value, typeof get].join(" ");
}

function thrown(action) {
  try {
    action();
    return "nothing";
  } catch (error) {
    return `${error.constructor.name} ${error.name} ${error.message}`;
  }
}

async function rejected(promise) {
  try {
    await promise;
    return "nothing";
  } catch (error) {
    return `${error.constructor.name} ${error.name} ${error.message}`;
  }
}

async function looks() {
  const own = RTCPeerConnection;
  const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"];
  for (const name of names) {
    note(`${name} in window`, name in window);
    note(`slot of ${name}`, slot(window, name));
    note(`${name} is the same`, window[name] === own);
  }
  note("typeof", typeof own);
  note("name", own.name);
  note("length", own.length);
  note("tag", Object.prototype.toString.call(own));
  note("String() is native", /^function .*\(\) \{\s+\[native code\]\s+\}$/.test(String(own)));
  note("own", Reflect.ownKeys(own).map(String).join());
  for (const name of Reflect.ownKeys(own)) note(`slot of .${String(name)}`, slot(own, name));
  note("prototype", Object.getPrototypeOf(own) === Object.getPrototypeOf(RTCDataChannel));
  note("extensible", Object.isExtensible(own));

  const { prototype } = own;
  note("members", Reflect.ownKeys(prototype).map(String).join());
  for (const name of Reflect.ownKeys(prototype)) {
    note(`slot of #${String(name)}`, slot(prototype, name));
    const { value, get } = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof value === "function" && name !== "constructor") note(`text of #${name}`, value);
    if (get) note(`text of #${String(name)}`, get);
  }
  note("constructor", prototype.constructor === own);
  for (const [holder, name] of [
    [EventTarget.prototype, "addEventListener"], [Function.prototype, "toString"],
    [RTCStatsReport.prototype, "forEach"], [Promise.prototype, "then"], [JSON, "stringify"],
    [WeakMap.prototype, "get"], [document, "dispatchEvent"],
  ]) {
    note(`text of ${name}`, holder[name]);
  }
  const before = Reflect.ownKeys(window).map(String);
  note("globals", before.filter((name) => /call|notif|watch/i.test(name)).sort().join());
  const enumerable = [];
  for (const name in window) enumerable.push(name);
  note("enumerable globals", enumerable.filter((name) => /^RTC|call|notif/i.test(name)).join());

  const pc = new own();
  note("instanceof", pc instanceof own);
  note("instanceof EventTarget", pc instanceof EventTarget);
  note("of prototype", Object.getPrototypeOf(pc) === prototype);
  note("its constructor", pc.constructor === own);
  note("its tag", Object.prototype.toString.call(pc));
  note("its own", Reflect.ownKeys(pc).map(String).join());
  for (const name of ["onsignalingstatechange", "oniceconnectionstatechange"]) note(name, pc[name]);
  const settings = { iceServers: [{ urls: "stun:127.0.0.1:3478" }], bundlePolicy: "max-bundle" };
  const set = new own(settings).getConfiguration();
  note("configuration", `${set.bundlePolicy} ${JSON.stringify(set.iceServers)}`);

  class Mine extends RTCPeerConnection {
    constructor(...given) {
      super(...given);
      this.target = new.target === Mine;
    }
    createOffer() {
      return "mine";
    }
  }
  const mine = new Mine(settings);
  note("subclass", [mine instanceof Mine, mine instanceof own, mine.target, mine.createOffer()]);
  note("subclass of", Object.getPrototypeOf(Mine) === own);
  note("subclass's constructor", mine.constructor === Mine);
  note("subclass's configuration", mine.getConfiguration().bundlePolicy);
  const old = function Old() {};
  old.prototype = Object.create(own.prototype);
  const strange = Reflect.construct(own, [], old);
  note("newTarget", [strange instanceof old, strange instanceof own, strange.signalingState]);
  note("newTarget that is none", thrown(() => Reflect.construct(own, [], {})));
  note("bound", new (own.bind(null, settings))().getConfiguration().bundlePolicy);

  note("without new", thrown(() => own()));
  note("called", thrown(() => own.call(pc)));
  note("wrong settings", thrown(() => new own(7)));
  note("wrong servers", thrown(() => new own({ iceServers: 3 })));
  note("wrong server", thrown(() => new own({ iceServers: [{ urls: "http://x" }] })));
  note("no address", thrown(() => new own({ iceServers: [{}] })));
  note("wrong policy", thrown(() => new own({ bundlePolicy: "none" })));
  note("no credential", thrown(() => new own({ iceServers: [{ urls: "turn:127.0.0.1" }] })));
  note("thrown inside", thrown(() => new own({ get iceServers() { throw new RangeError("x"); } })));
  note("method of another", thrown(() => own.prototype.close.call({})));
  note("getter of another", thrown(() => own.prototype.signalingState));
  note("static", typeof own.generateCertificate);
  const certificate = await own.generateCertificate({ name: "ECDSA", namedCurve: "P-256" });
  note("certificate", certificate instanceof RTCCertificate);
  const { generateCertificate } = own;
  note("alone", (await generateCertificate({ name: "ECDSA", namedCurve: "P-256" })).constructor.name);
  note("wrong certificate", await rejected(own.generateCertificate({ name: "none" })));
  note("of certificate", new own({ certificates: [certificate] }).getConfiguration().certificates[0] === certificate);

  pc.addEventListener("signalingstatechange", (event) => {
    note("event", [event.type, event.target === pc, event.isTrusted, event.bubbles]);
  });
  await pc.setLocalDescription();
  await new Promise((done) => setTimeout(done));
  note("state", pc.signalingState);
  pc.close();
  note("closed", await rejected(pc.createOffer()));

  // Pages that keep it, replace it or take it away.
  Object.defineProperty(own, "extra", { value: 1, configurable: true });
  note("extra", [own.extra, delete own.extra, "extra" in own]);
  own.prototype.extra = 2;
  note("on the prototype", [new own().extra, delete own.prototype.extra]);
  window.RTCPeerConnection = function RTCPeerConnection(...given) {
    return new own(...given);
  };
  window.RTCPeerConnection.prototype = own.prototype;
  note("replaced", new RTCPeerConnection() instanceof own);
  note("replaced slot", slot(window, "RTCPeerConnection"));
  window.RTCPeerConnection = own;
  note("put back", new RTCPeerConnection() instanceof own);
  note("deleted", [delete window.RTCPeerConnection, "RTCPeerConnection" in window]);
  Object.defineProperty(window, "RTCPeerConnection", {
    value: own, writable: false, configurable: false, enumerable: false,
  });
  note("fixed", new RTCPeerConnection() instanceof own);
  note("frozen", Object.isFrozen(Object.freeze(own)));
  note("frozen prototype", thrown(() => { own.prototype = {}; }));
  note("after freezing", new own() instanceof own);
  note("frozen slot", slot(own, "prototype"));

  const frame = document.createElement("iframe");
  document.documentElement.append(frame);
  const other = frame.contentWindow.RTCPeerConnection;
  note("another frame's", [other !== own, pc instanceof other, other.name, new other() instanceof other]);
  frame.remove();

  note("noise", errors.join());
  return lines.join("\n");
}

/** What tells a Proxy from a function, and is left as it is. */
function traces() {
  return String(RTCPeerConnection);
}
