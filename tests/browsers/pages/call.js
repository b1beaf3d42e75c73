// Calls of a page with itself: begin() makes one, hangUp() ends it.
"use strict";

const ends = [];
const errors = [];
addEventListener("error", (event) => errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));

async function begin({ media = true } = {}) {
  const here = new RTCPeerConnection();
  const there = new RTCPeerConnection();
  ends.push(here, there);
  here.onicecandidate = ({ candidate }) => candidate && there.addIceCandidate(candidate);
  there.onicecandidate = ({ candidate }) => candidate && here.addIceCandidate(candidate);
  if (media) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    for (const track of stream.getTracks()) here.addTrack(track, stream);
  } else {
    here.createDataChannel("talk");
  }
  await here.setLocalDescription();
  await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription();
  await here.setRemoteDescription(there.localDescription);
  for (const end of [here, there]) {
    while (!["connected", "completed"].includes(end.iceConnectionState)) {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  return here.iceConnectionState;
}

function hangUp() {
  for (const end of ends.splice(0)) end.close();
}

if (location.search === "?begin") begin();
