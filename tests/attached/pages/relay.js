// A call of a page with itself through a TURN server, so that both directions of the access link
// carry it. Where callstats.js is loaded, the page reports it itself.
"use strict";

const ends = [];
const conference = "over-a-link";
const reporter = globalThis.callstats ? new callstats(null, null, null) : null;

async function begin(server) {
  const configuration = { iceServers: [server], iceTransportPolicy: "relay" };
  const here = new RTCPeerConnection(configuration);
  const there = new RTCPeerConnection(configuration);
  ends.push(here, there);
  if (reporter) {
    reporter.initialize("app", "secret", "ann", () => {}, () => {}, { disablePrecalltest: true });
    reporter.addNewFabric(here, "bob", reporter.fabricUsage.multiplex, conference);
    reporter.addNewFabric(there, "ann", reporter.fabricUsage.multiplex, conference);
  }
  here.onicecandidate = ({ candidate }) => candidate && there.addIceCandidate(candidate);
  there.onicecandidate = ({ candidate }) => candidate && here.addIceCandidate(candidate);
  there.ontrack = ({ track }) => {
    // Sound is concealed while it is played.
    if (track.kind !== "audio") return;
    const player = document.createElement("audio");
    player.srcObject = new MediaStream([track]);
    player.play();
  };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  for (const track of stream.getTracks()) here.addTrack(track, stream);
  await here.setLocalDescription();
  await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription();
  await here.setRemoteDescription(there.localDescription);
  for (const end of ends) {
    while (!["connected", "completed"].includes(end.iceConnectionState)) {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  return "connected";
}

function hangUp() {
  for (const end of ends.splice(0)) {
    if (reporter) reporter.sendFabricEvent(end, reporter.fabricEvent.fabricTerminated, conference);
    end.close();
  }
  return "closed";
}
