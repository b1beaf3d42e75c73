// The page in which rivals that are made for browsers run; bundled with their packages by esbuild.
// It asks our server what to do, does it, and tells it what came out.

import PreCallTest from "@jitsi/precall-test";
import SpeedTest from "@cloudflare/speedtest";

const rivals = {
  async jitsi({ url, username, password }) {
    const servers = [{ urls: url, username, credential: password }];
    const found = await new PreCallTest().start(servers);
    if (!found.mediaConnectivity) throw new Error("no media connectivity");
    return {
      rtt_ms: found.rtt,
      jitter_ms: found.jitter,
      loss: found.fractionalLoss,
      // Its kilobit has 1024 bits.
      loop_kbps: found.throughput === null ? null : found.throughput * 1.024,
    };
  },

  cloudflare({ host, username, password }) {
    return new Promise((resolve, reject) => {
      const test = new SpeedTest({
        autoStart: false,
        turnServerUri: host,
        turnServerUser: username,
        turnServerPass: password,
        logAimApiUrl: null,
        // As its default sequence has it.
        measurements: [{ type: "packetLoss", numPackets: 1000, responsesWaitTime: 3000 }],
      });
      test.onError = (error) => reject(new Error(error));
      test.onFinish = (results) => {
        const loss = results.getPacketLoss();
        if (typeof loss === "number") resolve({ loss });
        else reject(new Error("no packet loss told"));
      };
      test.play();
    });
  },
};

async function main() {
  const request = await (await fetch("/request")).json();
  const began = performance.now();
  let answer;
  try {
    const figures = await rivals[request.tool](request);
    answer = { figures: { ...figures, seconds: (performance.now() - began) / 1000 } };
  } catch (error) {
    answer = { error: String(error.message || error) };
  }
  await fetch("/answer", { method: "POST", body: JSON.stringify(answer) });
}

main();
