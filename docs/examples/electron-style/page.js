// What the page of an Electron application does: a transport out of preload.js's function, and then
// everything as in a web page.
"use strict";

class PreloadTransport {
  #channel = null;

  // callstats.js sets onopen, onmessage and onclose, and calls the rest.
  connect() {
    this.#channel = globalThis.callNotifier.connect({
      onopen: () => this.onopen(),
      onmessage: (text) => this.onmessage(text),
      onclose: () => this.onclose(),
    });
  }

  send(text) {
    this.#channel.send(text);
  }

  close() {
    this.#channel.close();
  }
}

const status = document.getElementById("status");
const conferenceID = `example-${Date.now()}`;
const callStats = new callstats();

callStats.initialize("example-electron", "not a secret", "alice", onInit, onStats, {
  additionalIDs: { productName: "Electron example" },
  callNotifier: { transport: new PreloadTransport() },
});

function onInit(result, message) {
  status.textContent = message;
}

function onStats({ mediaStreamTracks }) {
  status.textContent = mediaStreamTracks
    .map(({ statsType, mediaType, bitrate }) => `${statsType} ${mediaType} ${bitrate} kbit/s`)
    .join(", ");
}

// A call with ourselves, of a tone.
async function call() {
  const near = new RTCPeerConnection();
  const far = new RTCPeerConnection();
  callStats.addNewFabric(near, "bob", callStats.fabricUsage.audio, conferenceID);
  near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
  far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);

  const context = new AudioContext();
  const tone = context.createOscillator();
  const out = context.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  near.addTrack(out.stream.getAudioTracks()[0]);

  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription);
}

call();
