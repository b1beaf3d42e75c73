// Two peer connections in one page, each sending sound and a picture to the other, and what
// getStats says of the first one, once a second. See record_stats.py.
"use strict";

const CONNECT_LIMIT = 30000; // ms

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tell = (path, what) => fetch(path, { method: "POST", body: JSON.stringify(what) });

// A picture that changes all over, so that it is hard to compress.
function noise(width, height, rate) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  setInterval(() => {
    for (let i = 0; i < words.length; i += 1) {
      words[i] = (i % 7 ? words[(i * 5 + 3) % words.length] : Math.random() * 2 ** 32) | 0xff000000;
    }
    context.putImageData(image, 0, 0);
  }, 1000 / rate);
  return canvas.captureStream(rate).getVideoTracks()[0];
}

async function main() {
  const plan = await (await fetch("/go")).json();
  const configuration = { iceServers: plan.servers };
  if (plan.relay) configuration.iceTransportPolicy = "relay";
  const ours = new RTCPeerConnection(configuration);
  const theirs = new RTCPeerConnection(plan.relay === "both" ? configuration : {});
  ours.onicecandidate = ({ candidate }) => theirs.addIceCandidate(candidate);
  theirs.onicecandidate = ({ candidate }) => ours.addIceCandidate(candidate);
  for (const peer of [ours, theirs]) {
    peer.ontrack = ({ track }) => {
      const player = document.createElement(track.kind);
      document.body.append(player);
      player.srcObject = new MediaStream([track]);
      player.play();
    };
  }
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    video: { width: 640, height: 480, frameRate: 15 },
  });
  for (const peer of [ours, theirs]) peer.addTrack(stream.getAudioTracks()[0], stream);
  const [camera] = stream.getVideoTracks();
  const picture = plan.noise ? noise(...plan.noise) : camera;
  const encodings = plan.layers
    ? ["f", "h"].map((rid, index) => ({ rid, scaleResolutionDownBy: 2 ** index }))
    : [plan.maxBitrate ? { maxBitrate: plan.maxBitrate } : {}];
  ours.addTransceiver(picture, { direction: "sendrecv", sendEncodings: encodings, streams: [stream] });
  if (plan.screen) {
    const screen = noise(320, 240, 5);
    screen.contentHint = "detail";
    ours.addTrack(screen, new MediaStream([screen]));
  }
  await ours.setLocalDescription();
  await theirs.setRemoteDescription(ours.localDescription);
  if (!plan.layers) {
    const video = theirs.getTransceivers().find((t) => t.receiver.track.kind === "video");
    video.direction = "sendrecv";
    await video.sender.replaceTrack(camera);
  }
  await theirs.setLocalDescription();
  let answer = theirs.localDescription.sdp;
  if (plan.layers) {
    const layers = "a=rid:f recv\r\na=rid:h recv\r\na=simulcast:recv f;h\r\n";
    answer = answer.replace(/(m=video[^]*?)(?=m=|$)/, `$1${layers}`);
  }
  await ours.setRemoteDescription({ type: "answer", sdp: answer });

  const began = performance.now();
  while (ours.connectionState !== "connected") {
    if (performance.now() - began > CONNECT_LIMIT) throw new Error(`${ours.connectionState}\n${ours.localDescription.sdp}`);
    await pause(20);
  }
  const start = performance.now();
  for (let number = 0; number < plan.samples; number += 1) {
    await pause(Math.max(0, start + number * 1000 - performance.now()));
    for (const [second, side, kind, on] of plan.events) {
      if (second !== number) continue;
      const peer = side === "ours" ? ours : theirs;
      const sender = peer.getTransceivers().find((t) => t.receiver.track.kind === kind).sender;
      await sender.replaceTrack(on ? stream.getTracks().find((t) => t.kind === kind) : null);
    }
    const stats = [];
    (await ours.getStats()).forEach((entry) => stats.push(entry));
    tell("/sample", { at: performance.timeOrigin + performance.now(), stats });
  }
  await pause(500);
  await tell("/end", {});
}

main().catch((error) => tell("/end", { error: `${error} ${error.stack}` }));
