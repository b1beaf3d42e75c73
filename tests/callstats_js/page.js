// What the cases of the tests need: a call of two connections in one page, and ways to wait.
"use strict";

// A clock that goes faster, for everything in the page: what waits for seconds in the library does
// not have to wait for them in the tests.
if (speed !== 1) {
  const began = Date.now();
  const { setTimeout, setInterval } = window;
  const { now } = Date;
  Date.now = () => Math.round(began + (now() - began) * speed);
  window.setTimeout = (call, ms, ...given) => setTimeout(call, ms / speed, ...given);
  window.setInterval = (call, ms, ...given) => setInterval(call, ms / speed, ...given);
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until this is true, or gives something. */
async function until(asked, what = asked, limit = 20_000) {
  const end = Date.now() + limit * speed;
  for (;;) {
    const found = await asked();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(20 * speed);
  }
}

/** A moving picture and a tone, without anybody's permission. */
function madeMedia() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
  const context = canvas.getContext("2d");
  setInterval(() => {
    context.fillStyle = `hsl(${Math.random() * 360} 90% 50%)`;
    context.fillRect(Math.random() * 300, Math.random() * 220, 60, 60);
  }, 50);
  const stream = canvas.captureStream(15);
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const out = audio.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  stream.addTrack(out.stream.getAudioTracks()[0]);
  return stream;
}

/** Connect two connections of this page. */
async function connect(near, far) {
  near.addEventListener(
    "icecandidate",
    ({ candidate }) => candidate && far.addIceCandidate(candidate),
  );
  far.addEventListener(
    "icecandidate",
    ({ candidate }) => candidate && near.addIceCandidate(candidate),
  );
  const offer = await near.createOffer();
  await near.setLocalDescription(offer);
  await far.setRemoteDescription(offer);
  const answer = await far.createAnswer();
  await far.setLocalDescription(answer);
  await near.setRemoteDescription(answer);
  await until(() => near.iceConnectionState === "connected", "ICE is connected");
}

/** A call with sound and picture both ways. */
async function madeCall(before = () => {}) {
  const near = new RTCPeerConnection();
  const far = new RTCPeerConnection();
  before(near);
  for (const end of [near, far]) {
    const media = madeMedia();
    for (const track of media.getTracks()) end.addTrack(track, media);
  }
  await connect(near, far);
  return { near, far };
}

/** A connection as an SDK makes one up that hides its own: nothing but what is documented. */
class FakeConnection {
  signallingstate = "stable";
  icegatheringstate = "new";
  iceconnectionstate = "new";
  listeners = [];
  asked = 0;
  addEventListener(name, listener) {
    this.listeners.push([name, listener]);
  }
  become(state, event = "iceconnectionstatechange") {
    if (event === "iceconnectionstatechange") this.iceconnectionstate = state;
    if (event === "signalingstatechange") this.signallingstate = state;
    for (const [name, listener] of this.listeners) if (name === event) listener({ type: event });
  }
  getStats() {
    this.asked += 1;
    return Promise.resolve(new Map([["OT1", sample(this.asked)]]));
  }
}

const sample = (count) => ({
  id: "OT1",
  type: "outbound-rtp",
  kind: "audio",
  ssrc: 1234,
  timestamp: Date.now(),
  packetsSent: 50 * count,
  bytesSent: 4000 * count,
});

/** A callstats object that has been initialized; the program is at this port, if at any. */
function initialized(port, more = {}, user = "alice") {
  const stats = new callstats();
  const { init, onStats, ...config } = more;
  const callNotifier = port ? { port, token: "secret" } : undefined;
  stats.initialize("app", "secret", user, init, onStats, { callNotifier, ...config });
  return stats;
}
