// The reference call: two peer connections in one page, both allowed to use the relay alone, so
// that what the caller sends crosses the access link upwards and downwards again. One video and
// one audio track, one way, with everything else as Chromium has it. See reference_call.py.
"use strict";

const CONNECT_LIMIT = 30000; // ms: later than this is no connection
const SAMPLES = 32; // one a second, from the moment of the connection
const ANSWER_LIMIT = 5000; // ms for getStats

// What is kept of each entry of getStats (W3C webrtc-stats), by its type.
const KEPT = {
  "candidate-pair": ["availableOutgoingBitrate", "currentRoundTripTime", "bytesSent"],
  "outbound-rtp/video": [
    "bytesSent", "framesEncoded", "frameHeight", "targetBitrate", "totalEncodeTime", "nackCount",
    "pliCount", "retransmittedBytesSent", "qualityLimitationReason",
  ],
  "outbound-rtp/audio": ["bytesSent"],
  "inbound-rtp/video": [
    "packetsReceived", "packetsLost", "jitter", "bytesReceived", "framesDecoded", "framesDropped",
    "frameHeight", "freezeCount", "totalFreezesDuration", "jitterBufferDelay",
    "jitterBufferEmittedCount",
  ],
  "inbound-rtp/audio": [
    "packetsReceived", "packetsLost", "jitter", "bytesReceived", "concealedSamples",
    "silentConcealedSamples", "totalSamplesReceived", "jitterBufferDelay",
    "jitterBufferEmittedCount",
  ],
};

function keep(report) {
  const kept = {};
  const nominated = new Set();
  report.forEach((entry) => {
    if (entry.type === "transport") nominated.add(entry.selectedCandidatePairId);
  });
  report.forEach((entry) => {
    let name = entry.type;
    if (name === "candidate-pair" && !nominated.has(entry.id)) return;
    if (name.endsWith("-rtp")) name += `/${entry.kind}`;
    if (!(name in KEPT)) return;
    kept[name] = Object.fromEntries(KEPT[name].map((field) => [field, entry[field] ?? null]));
  });
  return kept;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function limited(promise, ms, what) {
  const late = pause(ms).then(() => { throw new Error(`${what} took more than ${ms} ms`); });
  return Promise.race([promise, late]);
}

async function call(stream, server) {
  const configuration = { iceServers: [server], iceTransportPolicy: "relay" };
  const caller = new RTCPeerConnection(configuration);
  const callee = new RTCPeerConnection(configuration);
  caller.onicecandidate = ({ candidate }) => callee.addIceCandidate(candidate);
  callee.onicecandidate = ({ candidate }) => caller.addIceCandidate(candidate);
  callee.ontrack = ({ track }) => {
    // Sound is concealed while it is played; the video is decoded whether it is shown or not.
    if (track.kind !== "audio") return;
    const player = document.querySelector("audio");
    player.srcObject = new MediaStream([track]);
    player.play();
  };
  for (const track of stream.getTracks()) caller.addTrack(track, stream);
  try {
    return await measured(caller, callee);
  } finally {
    caller.close();
    callee.close();
  }
}

async function measured(caller, callee) {
  const began = performance.now();
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription);
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription);

  const connected = (peer) => peer.connectionState === "connected";
  while (!(connected(caller) && connected(callee))) {
    if (performance.now() - began > CONNECT_LIMIT) return { setupMs: null, samples: [] };
    await pause(20);
  }
  const setupMs = performance.now() - began;
  const samples = [];
  const start = performance.now();
  for (let number = 0; number <= SAMPLES; number += 1) {
    await pause(Math.max(0, start + number * 1000 - performance.now()));
    const ms = performance.now() - start;
    const both = Promise.all([caller.getStats(), callee.getStats()]);
    const [sent, received] = await limited(both, ANSWER_LIMIT, "getStats");
    samples.push({
      ms,
      state: caller.connectionState,
      caller: keep(sent),
      callee: keep(received),
    });
  }
  return { setupMs, samples };
}

async function main() {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 1280, height: 720, frameRate: 30 },
    // The film's sound as it is: cleaning it up would make silence of it.
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  for (;;) {
    const server = await (await fetch("/go")).json(); // answered when the link is free for us
    await tell(await call(stream, server).catch((error) => ({ error: String(error) })));
  }
}

const tell = (answer) => fetch("/answer", { method: "POST", body: JSON.stringify(answer) });

main().catch((error) => tell({ error: String(error) }));
